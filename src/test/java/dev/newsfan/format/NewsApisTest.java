package dev.newsfan.format;

import static dev.newsfan.format.Formats.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The APIs that are lists of articles, each with names of its own. NewsAPI itself has a test of its own. */
class NewsApisTest {

    private static final Instant DATE = Instant.parse("2026-11-20T04:32:00Z");

    private static final String WHOLE = """
            {"title": "Bakers &amp; bees", "url": "https://a.example/1", "%s": "%s", "%s": "<p>Twelve <b>hives</b></p>"}""";

    private static ParsedArticle only(Format format, String list, String item) {
        List<ParsedArticle> articles = format.decode(answer(list.formatted(item)));
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    private static void isWhole(ParsedArticle article) {
        assertThat(article)
                .isEqualTo(
                        new ParsedArticle("Bakers & bees", "https://a.example/1", Optional.of(DATE), "Twelve hives"));
    }

    private static void isRefused(Format format, String body, String reason) {
        assertThatThrownBy(() -> format.decode(answer(body)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnews", "guardian", "nyt", "hn-algolia", "hacker-news"})
    void oneThatIsNoObjectHurtsNoOther(String name) {
        Format format = Formats.catalog().named(name);
        String list =
                switch (name) {
                    case "gnews" -> "{\"articles\": [%s]}";
                    case "guardian" -> "{\"response\": {\"results\": [%s]}}";
                    case "nyt" -> "{\"results\": [%s]}";
                    case "hn-algolia" -> "{\"hits\": [%s]}";
                    default -> "[%s]";
                };

        assertThat(format.decode(answer(list.formatted("null, 7, [], \"a\", {}, {\"title\": []}"))))
                .hasSize(6)
                .allSatisfy(article -> assertThat(article.toArticle("wire")).isEmpty());
        assertThat(format.decode(answer(list.formatted("")))).isEmpty();
        assertThat(format.accepts("application/json")).isTrue();
        assertThat(format.accept()).startsWith("application/json");
    }

    @Nested
    class Gnews {

        private static final String LIST =
                "{\"information\": {\"realTime\": {}}, \"totalArticles\": 9, \"articles\": [%s]}";

        @Test
        void hasTheNamesOfNewsApi() {
            isWhole(only(Formats.gnews(), LIST, WHOLE.formatted("publishedAt", "2026-11-20T04:32:00Z", "description")));
            assertThat(only(Formats.gnews(), LIST, "{\"description\": \"\", \"content\": \"It began\"}")
                            .summary())
                    .isEqualTo("It began");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"errors\": [\"The key geheim is wrong\"]}", "{\"errors\": {\"q\": \"geheim\"}}"})
        void admitsErrorsThatAreNotShown(String body) {
            isRefused(Formats.gnews(), body, "it answered with errors");
            assertThatThrownBy(() -> Formats.gnews().decode(answer(body))).hasMessageNotContaining("geheim");
        }
    }

    @Nested
    class Guardian {

        private static final String LIST = "{\"response\": {\"status\": \"ok\", \"total\": 1, \"results\": [%s]}}";

        private static ParsedArticle only(String item) {
            return NewsApisTest.only(Formats.guardian(), LIST, item);
        }

        @Test
        void hasItsListAndItsTextsOneLevelDown() {
            isWhole(only("""
                    {"id": "world/1", "webTitle": "Bakers &amp; bees", "webUrl": "https://a.example/1", "isHosted": false,
                     "webPublicationDate": "2026-11-20T04:32:00Z", "tags": [{"webTitle": "Not it"}],
                     "fields": {"headline": "Bees", "trailText": "<p>Twelve <b>hives</b></p>", "standfirst": "Not it"}}"""));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"webTitle": "A", "fields": {"standfirst": "<p>B</p>"}}     -> A | B
                {"fields": {"headline": "A"}}                               -> A | ~~
                {"webTitle": " ", "fields": {"headline": "A"}}              -> A | ~~
                {"webTitle": "A", "fields": null}                           -> A | ~~
                {"webTitle": "A", "fields": ["B"]}                          -> A | ~~
                {"webTitle": "A", "fields": {"trailText": {"b": "B"}}}      -> A | ~~
                """)
        void mayLackSomeOfIt(String item, String expected) {
            String[] parts = (expected + " ").split(" \\| ?");

            assertThat(only(item).title()).isEqualTo(parts[0]);
            assertThat(only(item).summary())
                    .isEqualTo(parts[1].replace("~~", "").strip());
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"response": {"status": "error", "message": "no page geheim"}}  -> it answered with status "error"
                {"response": {"status": "ok", "content": {}}}                   -> it has no list "response.results"
                {"response": []}                                                -> it has no list "response.results"
                {"results": []}                                                 -> it has no list "response.results"
                """)
        void isRefusedIfItIsAnythingElse(String body, String reason) {
            isRefused(Formats.guardian(), body, reason);
            assertThatThrownBy(() -> Formats.guardian().decode(answer(body))).hasMessageNotContaining("geheim");
        }
    }

    @Nested
    class Nyt {

        private static final String LIST = "{\"status\": \"OK\", \"num_results\": 1, \"results\": [%s]}";

        @Test
        void hasTopStories() {
            isWhole(only(
                    Formats.nyt(), LIST, WHOLE.formatted("published_date", "2026-11-19T23:32:00-05:00", "abstract")));
        }

        @Test
        void hasPromotionsThatLeadNowhere() {
            assertThat(only(Formats.nyt(), LIST, "{\"title\": \"\", \"url\": \"null\", \"item_type\": \"Promo\"}")
                            .toArticle("wire"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"fault": {"faultstring": "geheim", "detail": {"errorcode": "oauth.v2.InvalidApiKey"}}} -> it answered with a fault and code "oauth.v2.InvalidApiKey"
                {"fault": {"faultstring": "geheim"}}                                -> it answered with a fault
                {"fault": {"detail": {"errorcode": "so geheim"}}}                   -> it answered with a fault
                {"status": "ERROR", "errors": ["geheim"], "results": []}            -> it answered with status "ERROR"
                {"status": "OK", "results": null}                                   -> it has no list "results"
                """)
        void isRefusedIfItIsAnythingElse(String body, String reason) {
            isRefused(Formats.nyt(), body, reason);
            assertThatThrownBy(() -> Formats.nyt().decode(answer(body))).hasMessageNotContaining("geheim");
        }
    }

    @Nested
    class HnAlgolia {

        private static final String LIST = "{\"hits\": [%s], \"nbHits\": 1}";

        private static ParsedArticle only(String item) {
            return NewsApisTest.only(Formats.hnAlgolia(), LIST, item);
        }

        @Test
        void hasStories() {
            isWhole(only(WHOLE.formatted("created_at", "2026-11-20T04:32:00.000Z", "story_text")));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"title": "A", "url": null, "objectID": "7"}                        -> https://news.ycombinator.com/item?id=7
                {"title": "A", "url": "", "objectID": 7}                            -> https://news.ycombinator.com/item?id=7
                {"title": "A", "objectID": "7&a=b"}                                 -> ~~
                {"story_title": "A", "story_url": "https://a.example/", "objectID": "8"} -> https://a.example/
                """)
        void leadsToThePageOrElseTheDiscussion(String item, String url) {
            assertThat(only(item).title()).isEqualTo("A");
            assertThat(only(item).url()).isEqualTo(url);
        }

        @Test
        void mayHaveItsDateAsANumberAlone() {
            assertThat(only("{\"created_at_i\": 1795149120}").publishedAt()).contains(DATE);
            assertThat(only("{\"created_at_i\": 99999999999999999999}").publishedAt())
                    .isEmpty();
            assertThat(only("{\"created_at_i\": 9223372036854775807}").publishedAt())
                    .isEmpty();
        }

        @Test
        void hasCommentsUnderTheTitleOfTheirStory() {
            assertThat(only("{\"story_title\": \"A\", \"comment_text\": \"<p>I&#x27;d say\", \"objectID\": \"8\"}"))
                    .isEqualTo(new ParsedArticle(
                            "A", "https://news.ycombinator.com/item?id=8", Optional.empty(), "I'd say"));
        }
    }

    @Nested
    class HackerNews {

        private final Format format = Formats.hackerNews();

        @Test
        void isAnIndexOfStories() {
            assertThat(format.parts(answer("[44000003, 44000001, 44000002]"), 30))
                    .containsExactly("item/44000003.json", "item/44000001.json", "item/44000002.json");
        }

        @Test
        void isAskedForAsManyStoriesAsAreWanted() {
            assertThat(format.parts(answer("[3, 1, 2, \"no further\""), 2))
                    .containsExactly("item/3.json", "item/1.json");
            assertThat(format.limit()).isEqualTo(30);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[null]", "{\"a\": 1}", "[{\"id\": 1}]", "[1.5]", "[-1]", "[\"../1\"]", "7"})
        void isNoIndexIfItIsAnythingElse(String body) {
            assertThat(format.parts(answer(body), 30)).isEmpty();
        }

        @Test
        void isTheStoriesInTheEnd() {
            isWhole(
                    only(
                            format,
                            "[%s]",
                            "{\"id\": 1, \"type\": \"story\", \"kids\": [2, 3], \"title\": \"Bakers &amp; bees\", "
                                    + "\"url\": \"https://a.example/1\", \"time\": 1795149120, \"text\": \"<p>Twelve <b>hives</b>\"}"));
            assertThat(only(format, "[%s]", "{\"id\": 1, \"title\": \"Ask\"}").url())
                    .isEqualTo("https://news.ycombinator.com/item?id=1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "{\"id\": 1, \"deleted\": true, \"type\": \"story\"}",
                    "{\"id\": 1, \"dead\": true, \"title\": \"A\", \"url\": \"https://a.example/\"}",
                    "{\"id\": 1, \"type\": \"comment\", \"text\": \"A\"}",
                })
        void dropsWhatIsGone(String item) {
            assertThat(only(format, "[%s]", item).toArticle("wire")).isEmpty();
        }

        @Test
        void keepsWhatIsNotDead() {
            assertThat(only(format, "[%s]", "{\"id\": 1, \"dead\": false, \"title\": \"A\"}")
                            .toArticle("wire"))
                    .isPresent();
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
                {"error": "Permission denied"}  -> its answer is not a JSON list
                null                            -> its answer is not a JSON list
                [{"id": 1}, {"id"               -> its answer is not JSON, or was cut off
                """)
        void isRefusedIfItIsAnythingElse(String body, String reason) {
            isRefused(format, body, reason);
        }
    }
}
