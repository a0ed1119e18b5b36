package dev.newsfan.news;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class MergePropertiesTest {

    private static final List<String> ORDER = List.of("wire", "herald", "feed");

    private static final Comparator<Article> ORDER_OF_THE_RESULT = Comparator.<Article, Instant>comparing(
                    article -> article.publishedAt().orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(MergePropertiesTest::rank)
            .thenComparing(Article::title)
            .thenComparing(Article::url);

    /** So few different values that articles collide in every way: in URL, date, source, title or all of them. */
    @Provide
    Arbitrary<List<Article>> articles() {
        Arbitrary<String> titles = Arbitraries.of("A", "B", "b", "one two three four five", "One two - three, four");
        Arbitrary<String> urls = Arbitraries.of(
                "https://a.example/1",
                "HTTPS://A.example:443/1?utm_source=x#top",
                "https://a.example/1?gclid=1",
                "http://a.example/1",
                "https://a.example/2",
                "https://a.example/2?fbclid=1",
                "https://b.example");
        Arbitrary<Optional<Instant>> dates = Arbitraries.of(
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-18T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-19T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-19T00:00:00.000000001Z")));
        Arbitrary<String> summaries = Arbitraries.of("", "Summary");
        Arbitrary<String> sources = Arbitraries.of("feed", "herald", "wire", "unknown");
        return Combinators.combine(titles, urls, dates, summaries, sources)
                .as((title, url, date, summary, source) -> new Article(title, url, date, summary, source))
                .list()
                .ofMaxSize(14);
    }

    /** With titles that count, and without. */
    @Provide
    Arbitrary<Optional<Double>> similarTitles() {
        return Arbitraries.of(0.5, 0.8, 1.0).optional();
    }

    @Property
    void theResultDoesNotDependOnWhoAnsweredFirst(
            @ForAll("articles") List<Article> articles,
            @ForAll("similarTitles") Optional<Double> similar,
            @ForAll Random random) {
        List<Article> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);

        Merge merge = Merge.of(articles, ORDER, similar);
        Merge other = Merge.of(shuffled, ORDER, similar);

        assertThat(other.articles()).isEqualTo(merge.articles());
        assertThat(other.mentioning("b")).isEqualTo(merge.mentioning("b"));
        assertThat(other.duplicates()).isEqualTo(merge.duplicates());
    }

    @Property
    void mergingTheResultAgainChangesNothing(
            @ForAll("articles") List<Article> articles, @ForAll("similarTitles") Optional<Double> similar) {
        List<Article> merged = Merge.of(articles, ORDER, similar).articles();
        Merge again = Merge.of(merged, ORDER, similar);

        assertThat(again.articles()).isEqualTo(merged);
        assertThat(again.duplicates()).isZero();
    }

    @Property
    void eachSourceOfAStoryIsNamedOnceInTheOrderOfTheSources(
            @ForAll("articles") List<Article> articles, @ForAll("similarTitles") Optional<Double> similar) {
        Merge merge = Merge.of(articles, ORDER, similar);

        assertThat(merge.articles())
                .allSatisfy(article -> assertThat(article.alsoIn())
                        .doesNotContain(article.source())
                        .doesNotHaveDuplicates()
                        .isSortedAccordingTo(Comparator.comparing(MergePropertiesTest::rank)));
        assertThat(merge.articles().stream()
                        .mapToInt(article -> article.alsoIn().size())
                        .sum())
                .isLessThanOrEqualTo(merge.duplicates());
    }

    @Property
    void aWordFindsAllStoriesThatMentionItAnywhere(
            @ForAll("articles") List<Article> articles, @ForAll("similarTitles") Optional<Double> similar) {
        Merge merge = Merge.of(articles, ORDER, similar);

        assertThat(merge.mentioning("b"))
                .allMatch(article -> article.mentions("b"))
                .isSortedAccordingTo(ORDER_OF_THE_RESULT)
                .hasSizeGreaterThanOrEqualTo((int) merge.articles().stream()
                        .filter(article -> article.mentions("b"))
                        .count());
        assertThat(merge.mentioning("b").isEmpty())
                .isEqualTo(articles.stream().noneMatch(article -> article.mentions("b")));
        assertThat(merge.mentioning("")).isEqualTo(merge.articles());
    }

    @Property
    void mergingInTwoStepsIsMergingAtOnce(
            @ForAll("articles") List<Article> some, @ForAll("articles") List<Article> others) {
        List<Article> inTwoSteps = new ArrayList<>(Merge.of(some, ORDER).articles());
        inTwoSteps.addAll(Merge.of(others, ORDER).articles());
        List<Article> atOnce = new ArrayList<>(some);
        atOnce.addAll(others);

        assertThat(Merge.of(inTwoSteps, ORDER).articles())
                .isEqualTo(Merge.of(atOnce, ORDER).articles());
    }

    @Property
    void everyCanonicalUrlThatWasDeliveredIsThereOnce(@ForAll("articles") List<Article> articles) {
        Merge merge = Merge.of(articles, ORDER);

        assertThat(merge.articles())
                .extracting(MergePropertiesTest::canonical)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        articles.stream().map(MergePropertiesTest::canonical).collect(toSet()));
        Statistics.label("duplicates")
                .collect(merge.duplicates() > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    @Property
    void whatIsNotAnArticleIsADuplicate(@ForAll("articles") List<Article> articles) {
        Merge merge = Merge.of(articles, ORDER);

        assertThat(merge.articles().size() + merge.duplicates()).isEqualTo(articles.size());
        assertThat(articles)
                .containsAll(merge.articles().stream()
                        .map(article -> article.alsoIn(List.of()))
                        .toList());
    }

    @Property
    void theNewestComesFirstThenTheFirstSourceThenTheTitleThenTheUrl(@ForAll("articles") List<Article> articles) {
        List<Article> merged = Merge.of(articles, ORDER).articles();

        for (int i = 1; i < merged.size(); i++) {
            Article before = merged.get(i - 1);
            Article after = merged.get(i);
            assertThat(ORDER_OF_THE_RESULT.compare(before, after)).isNotPositive();
        }
    }

    @Property
    void whatStaysIsTheEarliestAndOfThoseTheFirstSources(@ForAll("articles") List<Article> articles) {
        var delivered = articles.stream().collect(groupingBy(MergePropertiesTest::canonical));
        Comparator<Article> byDate =
                Comparator.comparing(article -> article.publishedAt().orElse(Instant.MAX));

        assertThat(Merge.of(articles, ORDER).articles())
                .allSatisfy(stays -> assertThat(delivered.get(canonical(stays)))
                        .allMatch(other ->
                                byDate.thenComparing(MergePropertiesTest::rank).compare(stays, other) <= 0));
    }

    private static String canonical(Article article) {
        return CanonicalUrl.of(article.url()).orElseThrow().value();
    }

    private static int rank(Article article) {
        return rank(article.source());
    }

    private static int rank(String source) {
        int index = ORDER.indexOf(source);
        return index < 0 ? ORDER.size() : index;
    }
}
