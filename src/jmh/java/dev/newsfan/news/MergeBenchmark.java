package dev.newsfan.news;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to merge the articles of ten sources, by URL alone and by titles too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MergeBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
    private static final int WORDS_PER_TITLE = 10;

    /** How titles come about. */
    public enum Titles {
        /** Ten of 20,000 words, some of them in nearly every title and most of them rare; every fifth title twice, but for a word. */
        AS_USUAL(20_000),
        /** Ten of twenty words, in any combination: each has words in common with each other, and few are similar. */
        OF_THE_SAME_WORDS(20);

        private final int vocabulary;

        Titles(int vocabulary) {
            this.vocabulary = vocabulary;
        }

        /** The square of an even chance prefers the first ones. */
        private String next(Random random) {
            return random.doubles()
                    .mapToObj(chance -> "word" + (int) (vocabulary * chance * chance))
                    .distinct()
                    .limit(WORDS_PER_TITLE)
                    .collect(Collectors.joining(" "));
        }
    }

    @Param
    public Titles titles;

    @Param({"100", "1000", "10000"})
    public int articles;

    private final List<Article> all = new ArrayList<>();

    /** All within two days, so that the dates part nothing. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        String title = "";
        for (int i = 0; i < articles; i++) {
            title = i % 5 == 1 && titles == Titles.AS_USUAL ? title + " again" : titles.next(random);
            Instant date = NOW.minus(Duration.ofSeconds(random.nextInt(170_000)));
            String url = "https://source-" + i % 10 + ".example/2026/11/20/story-" + i + "?utm_source=feed";
            all.add(new Article(title, url, Optional.of(date), "", "source-" + i % 10));
        }
    }

    @Benchmark
    public List<Article> byUrl() {
        return Merge.of(all, List.of()).articles();
    }

    @Benchmark
    public List<Article> byUrlAndTitles() {
        return Merge.of(all, List.of(), Optional.of(0.7)).articles();
    }
}
