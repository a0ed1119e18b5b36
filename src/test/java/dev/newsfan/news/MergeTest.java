package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

    private static final List<String> ORDER = List.of("first", "second", "third");

    private static Article article(String title, String path, String date, String source) {
        Optional<Instant> publishedAt = Optional.ofNullable(date).map(day -> Instant.parse(day + "T00:00:00Z"));
        return new Article(title, "https://a.example/" + path, publishedAt, "", source);
    }

    private static List<String> titles(Article... articles) {
        return Merge.of(List.of(articles), ORDER).articles().stream()
                .map(Article::title)
                .toList();
    }

    @Nested
    class OfDuplicates {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                2026-11-19, first,      2026-11-20, second,     one
                2026-11-20, first,      2026-11-19, second,     other
                2026-11-19, third,      2026-11-20, first,      one
                2026-11-19, first,      2026-11-19, second,     one
                2026-11-19, second,     2026-11-19, first,      other
                -,          first,      2026-11-19, third,      other
                2026-11-19, third,      -,          first,      one
                -,          second,     -,          first,      other
                2026-11-19, unknown,    2026-11-19, third,      other
                2026-11-19, unknown-b,  2026-11-19, unknown-a,  other
                2026-11-19, first,      2026-11-19, first,      one
                """)
        void theEarliestStaysAndTiesGoToTheSourceThatComesFirst(
                String date, String source, String otherDate, String otherSource, String stays) {
            Article one = article("one", "x", date, source);
            Article other = article("other", "x?utm_source=feed", otherDate, otherSource);

            assertThat(titles(one, other)).containsExactly(stays);
            assertThat(titles(other, one)).containsExactly(stays);
            assertThat(Merge.of(List.of(one, other), ORDER).duplicates()).isEqualTo(1);
        }
    }

    @Nested
    class OfAStory {

        private final Article late = article("Bees on the old roof", "x", "2026-11-20", "first");
        private final Article early = article("Hives high above town", "x?utm_source=feed", "2026-11-19", "third");
        private final Article other = article("Trams", "y", "2026-11-19", "second");

        @Test
        void theOneThatStaysNamesTheOtherSourcesInTheirOrder() {
            Merge merge =
                    Merge.of(List.of(early, late, article("x", "x#y", "2026-11-20", "second"), other, late), ORDER);

            assertThat(merge.articles()).containsExactly(other, early.alsoIn(List.of("first", "second")));
            assertThat(merge.duplicates()).isEqualTo(3);
        }

        @Test
        void noOtherSourceIsNamedWhereThereIsNone() {
            assertThat(Merge.of(List.of(early, article("again", "x", "2026-11-20", "third")), ORDER)
                            .articles())
                    .containsExactly(early);
        }

        @Test
        void titlesCountOnlyIfWanted() {
            Article similar = article("Bees on the roof", "z", "2026-11-20", "second");

            assertThat(Merge.of(List.of(late, similar), ORDER).articles()).containsExactly(late, similar);
            assertThat(Merge.of(List.of(late, similar), ORDER, Optional.of(0.8)).articles())
                    .containsExactly(late.alsoIn(List.of("second")));
        }

        @Test
        void titlesAreComparedToTheOneThatStaysOfAUrl() {
            Article similar = article("Bees on the roof", "z", "2026-11-20", "second");
            Article likeTheFirst = article("Hives high above the town", "w", "2026-11-20", "second");
            Merge merge = Merge.of(List.of(late, early, similar, likeTheFirst), ORDER, Optional.of(0.7));

            assertThat(merge.articles()).containsExactly(similar, early.alsoIn(List.of("first", "second")));
            assertThat(merge.duplicates()).isEqualTo(2);
        }

        @Test
        void aWordThatAnotherSourceMentionsLeadsToItsArticle() {
            Merge merge = Merge.of(List.of(late, early, other), ORDER);

            assertThat(merge.mentioning("hives")).containsExactly(early.alsoIn(List.of("first")));
            assertThat(merge.mentioning("bees")).containsExactly(late.alsoIn(List.of("third")));
            assertThat(merge.mentioning("o")).containsExactly(early.alsoIn(List.of("first")));
            assertThat(merge.mentioning("wasps")).isEmpty();
        }
    }

    @Nested
    class TheOrder {

        @Test
        void isByDateThenSourceThenTitleAndTheUndatedComeLast() {
            assertThat(titles(
                            article("undated of second", "1", null, "second"),
                            article("b", "2", "2026-11-19", "second"),
                            article("a", "3", "2026-11-19", "second"),
                            article("c", "4", "2026-11-19", "first"),
                            article("z", "5", "2026-11-20", "unknown"),
                            article("old", "6", "1999-01-01", "first"),
                            article("undated of first", "7", null, "first")))
                    .containsExactly("z", "c", "a", "b", "old", "undated of first", "undated of second");
        }

        @Test
        void ofTheSourcesIsNotThatOfTheAlphabet() {
            List<Article> articles =
                    List.of(article("of a", "1", "2026-11-19", "a"), article("of b", "2", "2026-11-19", "b"));

            assertThat(Merge.of(articles, List.of("b", "a")).articles())
                    .extracting(Article::title)
                    .containsExactly("of b", "of a");
        }

        @Test
        void aSourceThatIsNamedTwiceStandsWhereItIsNamedFirst() {
            List<Article> articles =
                    List.of(article("of a", "1", "2026-11-19", "a"), article("of b", "2", "2026-11-19", "b"));

            assertThat(Merge.of(articles, List.of("a", "b", "a")).articles())
                    .extracting(Article::source)
                    .containsExactly("a", "b");
        }
    }

    /** Two letters that hash like two others; 2^15 words made of them all hash the same. */
    @Test
    void urlsWithTheSameHashAreMergedAsQuicklyAsOthers() {
        List<Article> colliding = IntStream.range(0, 25_000)
                .mapToObj(i -> article("a", collidingWord(i), "2026-11-19", "first"))
                .toList();
        assertThat(colliding)
                .extracting(article -> article.url().hashCode())
                .containsOnly(colliding.getFirst().url().hashCode());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Merge.of(colliding, ORDER))
                        .articles())
                .hasSize(25_000);
    }

    private static String collidingWord(int number) {
        StringBuilder word = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            word.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return word.toString();
    }

    @Test
    void nothingMakesNothing() {
        assertThat(Merge.of(List.of(), ORDER).articles()).isEmpty();
        assertThat(Merge.of(List.of(), ORDER).duplicates()).isZero();
    }
}
