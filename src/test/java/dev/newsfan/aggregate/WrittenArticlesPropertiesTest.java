package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.newsfan.fanout.Mode;
import dev.newsfan.news.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WrittenArticlesPropertiesTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    static {
        new ArticleRules().customize(JSON);
    }

    /** A digest as it would be if Jackson wrote each article anew. */
    private record PlainDigest(
            Mode mode,
            Duration totalTime,
            boolean complete,
            int duplicates,
            List<SourceReport> sources,
            List<Article> articles) {}

    @Provide
    Arbitrary<List<Article>> articles() {
        Arbitrary<String> titles = Arbitraries.strings().all().ofMaxLength(50).map(text -> "T" + text);
        Arbitrary<Optional<Instant>> dates = Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(Instant::ofEpochSecond)
                .optional();
        // Up to several times what Jackson's buffers hold.
        Arbitrary<String> summaries = Arbitraries.strings().all().ofMaxLength(500);
        Arbitrary<List<String>> others =
                Arbitraries.of("herald", "ähre\"").list().ofMaxSize(2);
        return Combinators.combine(titles, dates, summaries, others)
                .as((title, date, summary, alsoIn) ->
                        new Article(title, "https://a.example/ä?b=\"c\"", date, summary, "wire", alsoIn))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 200)
    void aDigestIsByteForByteWhatJacksonWrites(
            @ForAll("articles") List<Article> articles,
            @ForAll Mode mode,
            @ForAll @IntRange(max = 9) int duplicates,
            @ForAll @IntRange(max = 10_000) int millis)
            throws JsonProcessingException {
        Duration time = Duration.ofMillis(millis);
        Merged merged = new Merged(duplicates, WrittenArticles.of(articles, JSON));
        Digest digest = Digest.of(mode, time, List.of(), merged, new Reuse(time, time));
        PlainDigest plain = new PlainDigest(mode, time, true, duplicates, List.of(), articles);

        assertThat(JSON.writeValueAsBytes(digest)).isEqualTo(JSON.writeValueAsBytes(plain));
    }

    @Property(tries = 50)
    void inAListOfThemEachIsWhereItBelongs(@ForAll("articles") List<Article> articles) throws JsonProcessingException {
        WrittenArticles written = WrittenArticles.of(articles, JSON);

        assertThat(JSON.writeValueAsBytes(List.of(written, written)))
                .isEqualTo(JSON.writeValueAsBytes(List.of(articles, articles)));
        assertThat(written.count()).isEqualTo(articles.size());
    }

    @Example
    void theOtherSourcesAreWrittenIfThereAreAny() throws JsonProcessingException {
        Article alone = new Article("A", "https://a.example/", Optional.empty(), "", "wire");
        Article elsewhere =
                new Article("A", "https://a.example/", Optional.empty(), "", "wire", List.of("herald", "feed"));

        assertThat(JSON.writeValueAsString(WrittenArticles.of(List.of(alone, elsewhere), JSON)))
                .isEqualTo("""
                        [{"title":"A","url":"https://a.example/","published_at":null,"summary":"","source":"wire"},\
                        {"title":"A","url":"https://a.example/","published_at":null,"summary":"","source":"wire",\
                        "also_in":["herald","feed"]}]""");
    }

    @Example
    void writtenAsTextTheyAreTheSame() throws JsonProcessingException {
        List<Article> articles = List.of(new Article("Däy", "https://a.example/", Optional.empty(), "\"1\"", "wire"));

        assertThat(JSON.writeValueAsString(List.of(WrittenArticles.of(articles, JSON))))
                .isEqualTo(JSON.writeValueAsString(List.of(articles)));
    }
}
