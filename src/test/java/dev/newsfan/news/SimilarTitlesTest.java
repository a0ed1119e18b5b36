package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimilarTitlesTest {

    private static final double ADVISED = 0.7;
    private static final Instant DAY = Instant.parse("2026-11-19T00:00:00Z");
    private static final SourceOrder ORDER = new SourceOrder(List.of("wire", "herald", "feed"));

    private static Article article(String title, Optional<Instant> date, String source) {
        return new Article(title, "https://a.example/", date, "", source);
    }

    private static Article article(String title, int hours, String source) {
        return article(title, Optional.of(DAY.plus(Duration.ofHours(hours))), source);
    }

    private static int[] firsts(double threshold, Article... articles) {
        return new SimilarTitles(threshold).firsts(List.of(articles));
    }

    private static boolean isOneStory(double threshold, Article one, Article other) {
        List<Article> sorted = Stream.of(one, other).sorted(ORDER.firstStays()).toList();
        return new SimilarTitles(threshold).firsts(sorted)[1] == 0;
    }

    @Nested
    class TwoTitles {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                Harbour bridge reopens to trams after two years     | Harbour bridge reopens to trams after two years
                Harbour bridge reopens to trams after two years     | HARBOUR BRIDGE REOPENS TO TRAMS AFTER TWO YEARS!
                Harbour bridge reopens to trams after two years     | Harbour bridge reopens to trams after two years of repairs
                Harbour bridge reopens to trams after two years     | Harbour bridge reopens for trams after two years
                Harbour bridge reopens to trams after two years     | Harbour bridge reopens to trams after 2 years - City Herald
                Harbour bridge reopens to trams after two years     | Updated: Harbour bridge reopens to trams after two years | Port News
                Storm "Ada" hits the coast: three dead, 40 injured  | Storm Ada hits the coast, three dead and 40 injured
                Mayor: ‘We won’t close the library’                 | Mayor: "We won't close the library"
                港見市の市場が一年ぶりに再開                             | 港見市の市場が1年ぶりに再開
                """)
        void ofNearlyTheSameWordsAreOneStory(String title, String other) {
            assertThat(isOneStory(ADVISED, article(title, 0, "wire"), article(other, 1, "herald")))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                Harbour bridge reopens to trams after two years     | Port Velmora celebrates the return of its trams
                Harbour bridge reopens to trams after two years     | Harbour bridge closes to trams for two more years
                Council approves new budget for schools in Kestrin  | Council approves new budget for roads in Dovaly
                Election results: Kestrin North                     | Election results: Kestrin South
                Live: storm reaches the coast                       | Live: parliament votes on the budget
                Puzzle of the day                                   | Word of the day
                Library opens                                       | Library reopens
                Sports news                                         | News
                🐝                                                  | 🐝🐝
                """)
        void ofOtherWordsAreTwoStories(String title, String other) {
            assertThat(isOneStory(ADVISED, article(title, 0, "wire"), article(other, 1, "herald")))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "a b c d e f g,     a b c d e f h,  0.75, true",
            "a b c d e f g,     a b c d e f h,  0.76, false",
            "a b c d,           a b c d e,      0.8,  true",
            "a b c d,           a b c d e,      0.81, false",
            "a b c d e f g h i j k, a b c d e f g h i j k l m n o p q r s t, 0.55, true",
            "a b c d,           d c b a,        1,    true",
            "a b c,             c b a,          0.5,  true",
            "a b c,             a b c d,        0.5,  false",
        })
        void areAsSimilarAsTheWordsThatTheyShareOfAllOfThem(
                String title, String other, double threshold, boolean similar) {
            assertThat(isOneStory(threshold, article(title, 0, "wire"), article(other, 0, "herald")))
                    .isEqualTo(similar);
        }
    }

    @Nested
    class TwoArticles {

        private static final String TITLE = "Harbour bridge reopens to trams";
        private static final String NEARLY = "Harbour bridge reopens to trams again";

        @ParameterizedTest
        @CsvSource({"0, true", "47, true", "48, true", "49, false", "-48, true", "-49, false"})
        void areOneStoryWithinTwoDays(int hours, boolean one) {
            assertThat(isOneStory(ADVISED, article(TITLE, 0, "wire"), article(NEARLY, hours, "herald")))
                    .isEqualTo(one);
        }

        @Test
        void areOneWithoutADateOnlyIfTheirWordsAreTheSame() {
            Article undated = article(TITLE, Optional.empty(), "herald");

            assertThat(isOneStory(ADVISED, article(TITLE, 0, "wire"), undated)).isTrue();
            assertThat(isOneStory(ADVISED, article(TITLE, Optional.empty(), "wire"), undated))
                    .isTrue();
            assertThat(isOneStory(ADVISED, article(NEARLY, 0, "wire"), undated)).isFalse();
            assertThat(isOneStory(ADVISED, article(NEARLY, Optional.empty(), "wire"), undated))
                    .isFalse();
        }

        @Test
        void ofOneSourceAreOneOnlyIfTheirWordsAreTheSameAndNotFew() {
            Article article = article(TITLE, 0, "wire");

            assertThat(isOneStory(ADVISED, article, article(TITLE + "!", 1, "wire")))
                    .isTrue();
            assertThat(isOneStory(ADVISED, article, article(NEARLY, 1, "wire"))).isFalse();
            assertThat(isOneStory(ADVISED, article("News in brief", 0, "wire"), article("News in brief", 1, "wire")))
                    .isFalse();
            assertThat(isOneStory(ADVISED, article("News in brief", 0, "wire"), article("News in brief", 1, "herald")))
                    .isTrue();
        }
    }

    @Nested
    class AStory {

        @Test
        void isAStarAroundItsFirstArticleAndNoChain() {
            assertThat(firsts(
                            0.75,
                            article("a b c d e f g", 0, "wire"),
                            article("b c d e f g h", 1, "herald"),
                            article("c d e f g h i", 2, "feed")))
                    .containsExactly(0, 0, 2);
        }

        @Test
        void isTheFirstOfThoseThatAnArticleIsSimilarTo() {
            assertThat(firsts(
                            0.6,
                            article("a b c d e f", 0, "wire"),
                            article("c d e f g h", 1, "wire"),
                            article("b c d e f g", 2, "herald")))
                    .containsExactly(0, 1, 0);
        }

        @Test
        void beginsAnewWhenItIsTooOld() {
            assertThat(firsts(
                            ADVISED,
                            article("one two three four", 0, "wire"),
                            article("one two three four", 40, "herald"),
                            article("one two three four", 50, "feed"),
                            article("one two three four", 60, "wire")))
                    .containsExactly(0, 0, 2, 2);
        }

        /** All pairs compared, as the index saves it. */
        @Test
        void isTheSameWithAndWithoutTheIndex() {
            Random random = new Random(7);
            for (int run = 0; run < 50; run++) {
                List<Article> articles = randomArticles(random, 40);

                assertThat(new SimilarTitles(0.6).firsts(articles)).isEqualTo(firstsOfAllPairs(articles));
            }
        }

        private static List<Article> randomArticles(Random random, int count) {
            return IntStream.range(0, count)
                    .mapToObj(_ -> article(
                            words(random, 3 + random.nextInt(6), 12),
                            random.nextInt(8) == 0
                                    ? Optional.empty()
                                    : Optional.of(DAY.plus(Duration.ofHours(random.nextInt(120)))),
                            List.of("wire", "herald", "feed").get(random.nextInt(3))))
                    .sorted(ORDER.firstStays())
                    .toList();
        }

        private static int[] firstsOfAllPairs(List<Article> articles) {
            int[] firsts = new int[articles.size()];
            for (int i = 0; i < firsts.length; i++) {
                int last = i;
                firsts[i] = IntStream.range(0, i)
                        .filter(first -> firsts[first] == first)
                        .filter(first ->
                                new SimilarTitles(0.6).firsts(List.of(articles.get(first), articles.get(last)))[1] == 0)
                        .findFirst()
                        .orElse(i);
            }
            return firsts;
        }
    }

    private static String words(Random random, int count, int of) {
        return random.ints(0, of)
                .distinct()
                .limit(count)
                .mapToObj(word -> "w" + word)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    static Stream<IntFunction<String>> titlesThatAreMadeToTakeLong() {
        Random random = new Random(7);
        String all = words(random, 40, 40);
        return Stream.of(
                _ -> all,
                _ -> words(random, 20, 40),
                _ -> words(random, 39, 40),
                number -> "one two three four five six seven " + number,
                number -> "one two three " + number % 300 + " " + number % 299 + " " + number % 298,
                number -> "brief " + number % 2);
    }

    /** All within two days: 20,000 articles are 200,000,000 pairs. */
    @ParameterizedTest
    @MethodSource("titlesThatAreMadeToTakeLong")
    void titlesThatAreMadeToTakeLongDoNot(IntFunction<String> title) {
        List<Article> articles = IntStream.range(0, 20_000)
                .mapToObj(number ->
                        article(title.apply(number), Optional.of(DAY.plusSeconds(number)), "source-" + number % 50))
                .sorted(Comparator.comparing(article -> article.publishedAt().orElseThrow()))
                .toList();

        int[] firsts =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new SimilarTitles(ADVISED).firsts(articles));

        assertThat(firsts).hasSize(20_000);
    }
}
