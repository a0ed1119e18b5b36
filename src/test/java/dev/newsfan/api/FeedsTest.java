package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.ParsedArticle;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest as a feed, for readers of feeds and for another Newsfan. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class FeedsTest {

    private static final String ATOM = "/feed.atom";
    private static final String JSON = "/feed.json";
    private static final String DATE = "2026-11-20T01:00:00Z";

    RawUpstream raw;

    @Inject
    @Any
    Instance<Format> formats;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveASourceThatAnswers() {
        raw.answerFeed(item("Raw", "https://raw.example/1", DATE));
    }

    @AfterEach
    void leaveNothingBehind() {
        RequestsAtWork.awaitNoneIn("async");
    }

    private void haveOddNews() {
        raw.answerFeed(
                odd(
                        "Fish & <b>Chips</b> ]]> \"now\"",
                        "https://raw.example/?a=1&b='2'",
                        DATE,
                        "A <i>summary</i> & more"),
                odd("Ærøskøbing 東京 👩‍👩‍👧‍👦", "https://raw.example/ü", "2026-11-20T01:00:00.123+02:00", "أخبار"),
                odd("Undated", "https://raw.example/undated", "yesterday", "Nobody knows when."),
                odd("Without a summary", "https://raw.example/short", DATE, ""),
                odd(
                        "AT&amp;T and a bell\u0007",
                        "HTTPS://RAW.example:443/x?utm_source=y#top",
                        DATE,
                        "\u0000 &lt;tag&gt;"));
    }

    private static String odd(String title, String url, String date, String summary) {
        return new JsonObject(Map.of("id", url, "title", title, "url", url, "date_published", date, "summary", summary))
                .encode();
    }

    private static List<String> titles(String query) {
        return json(given().get("/async-news" + query), 200).getList("articles.title");
    }

    @Nested
    class ReadByAnotherNewsfan {

        @ParameterizedTest
        @CsvSource({"/feed.atom, feed", "/feed.json, json-feed"})
        void giveTheSameArticles(String path, String format) {
            haveOddNews();
            Response feed = given().get(path + "?sources=raw");

            List<Map<String, String>> expected =
                    json(given().get("/async-news?sources=raw"), 200).getList("articles");
            assertThat(expected).hasSize(5);
            assertThat(read(feed, format)).zipSatisfy(expected, (article, original) -> {
                assertThat(article.title()).isEqualTo(original.get("title"));
                assertThat(article.url()).isEqualTo(original.get("url"));
                assertThat(article.publishedAt())
                        .isEqualTo(Optional.ofNullable(original.get("published_at"))
                                .map(Instant::parse));
                assertThat(article.summary()).isIn(original.get("summary"), contentOf(path, original));
            });
        }

        /** An item of a JSON Feed has to have a content: without a summary it is the title. */
        private static String contentOf(String path, Map<String, String> original) {
            return path.equals(JSON) && original.get("summary").isEmpty() ? original.get("title") : null;
        }

        private List<ParsedArticle> read(Response feed, String name) {
            Format format = formats.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(format.accepts(feed.contentType().replaceFirst(";.*", "")))
                    .isTrue();
            return format.decode(new Answer(
                    feed.asByteArray(), Optional.of(feed.contentType()), Optional.of("https://elsewhere.example/")));
        }
    }

    @Nested
    class AsAtom {

        @Test
        void isValid() throws Exception {
            haveOddNews();
            Response answer = given().get(ATOM + "?sources=raw");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualToIgnoringCase("application/atom+xml;charset=UTF-8");
            AtomDocument feed = new AtomDocument(answer.asByteArray());
            feed.assertIsValid();
            assertThat(feed.texts("entry/title")).isEqualTo(titles("?sources=raw"));
            assertThat(feed.texts("updated")).isEqualTo(feed.texts("entry[1]/updated"));
            assertThat(feed.texts("entry/author/name")).containsOnly("raw");
        }

        @Test
        void isValidWithoutAnyArticle() throws Exception {
            AtomDocument feed = new AtomDocument(
                    given().get(ATOM + "?sources=raw&q=nothing+of+the+kind").asByteArray());

            feed.assertIsValid();
            assertThat(feed.entries()).isEmpty();
            assertThat(feed.texts("updated")).containsExactly("1970-01-01T00:00:00Z");
        }

        @Test
        void saysWhereItIsFromAndWhatWasAskedFor() throws Exception {
            String query = "?sources=raw&q=%3Craw%3E&limit=3";
            AtomDocument feed = new AtomDocument(
                    given().urlEncodingEnabled(false).get(ATOM + query).asByteArray());

            assertThat(feed.texts("id")).isEqualTo(feed.texts("link[@rel='self']/@href"));
            assertThat(feed.texts("id"))
                    .containsExactly(service.resolve(ATOM + query).toString());
            assertThat(feed.texts("link[@rel='alternate']/@href"))
                    .containsExactly(service.resolve("/").toString());
            assertThat(feed.texts("title")).containsExactly("Newsfan: raw with “<raw>”");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET %s HTTP/1.0\r\n\r\n", "GET %s HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n"})
        void isCalledByWhereItWasFoundIfNobodySaysItsName(String request) throws Exception {
            String path = ATOM + "?sources=raw";
            try (Socket client = new Socket(service.getHost(), service.getPort())) {
                client.getOutputStream().write(request.formatted(path).getBytes(StandardCharsets.US_ASCII));
                String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer.lines().findFirst())
                        .hasValueSatisfying(status -> assertThat(status).contains(" 200 "));
                AtomDocument feed = new AtomDocument(
                        answer.substring(answer.indexOf("<?xml")).getBytes(StandardCharsets.UTF_8));
                feed.assertIsValid();
                assertThat(feed.texts("id")).singleElement().asString().endsWith(":" + service.getPort() + path);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "a\"<b", "a:99999", "[::1"})
        void isCalledByNothingThatIsNoHost(String host) throws Exception {
            try (Socket client = new Socket(service.getHost(), service.getPort())) {
                client.getOutputStream()
                        .write(("GET " + ATOM + "?sources=raw HTTP/1.1\r\nHost: " + host
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "names no host");
            }
        }

        @Test
        void datesAnArticleWithoutADateAsLongAgoAsCanBe() throws Exception {
            haveOddNews();
            AtomDocument feed = new AtomDocument(
                    given().get(ATOM + "?sources=raw&q=undated").asByteArray());

            assertThat(feed.texts("entry/updated")).containsExactly("1970-01-01T00:00:00Z");
            assertThat(feed.texts("entry/published")).isEmpty();
        }
    }

    @Nested
    class AsJson {

        @Test
        void isValid() {
            haveOddNews();
            Response answer = given().get(JSON + "?sources=raw");

            var feed = json(answer, 200);
            assertThat(answer.contentType()).isEqualTo("application/feed+json");
            assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
            assertThat(feed.getString("title")).isEqualTo("Newsfan: raw");
            assertThat(feed.getString("feed_url"))
                    .isEqualTo(service.resolve(JSON + "?sources=raw").toString());
            assertThat(feed.getString("home_page_url"))
                    .isEqualTo(service.resolve("/").toString());
            assertThat(feed.<String>getList("items.title")).isEqualTo(titles("?sources=raw"));
            assertThat(feed.<String>getList("items.id")).doesNotHaveDuplicates().hasSize(5);
            assertThat(feed.<String>getList("items.content_text")).noneMatch(String::isEmpty);
            assertThat(feed.<String>getList("items.authors.name.flatten()")).containsOnly("raw");
            assertThat(feed.<String>getList("items._newsfan.source")).containsOnly("raw");
            assertThat(feed.<Map<String, Object>>getList("items").getLast()).doesNotContainKey("date_published");
        }

        @Test
        void namesAnArticleAsAtomDoes() throws Exception {
            assertThat(new AtomDocument(given().get(ATOM + "?sources=raw").asByteArray()).texts("entry/id"))
                    .isEqualTo(json(given().get(JSON + "?sources=raw"), 200).getList("items.id"));
        }
    }

    @Nested
    class LikeTheNews {

        @ParameterizedTest
        @ValueSource(strings = {ATOM, JSON})
        void takeTheSameParameters(String path) {
            raw.answerFeed(item("One", "https://raw.example/1", DATE), item("Two", "https://raw.example/2", DATE));

            assertThat(given().get(path + "?sources=raw&limit=1").asString())
                    .contains("One")
                    .doesNotContain("Two");
            assertThat(given().get(path + "?sources=raw&q=tWO").asString())
                    .contains("Two")
                    .doesNotContain("One");
            assertThat(problem(given().get(path + "?sources=nobody"), 400).getString("parameter"))
                    .isEqualTo("sources");
            assertThat(problem(given().get(path + "?limit=0"), 400).getString("parameter"))
                    .isEqualTo("limit");
            assertThat(problem(given().get(path + "?format=rss"), 400).getString("detail"))
                    .contains("allowed: sources, q, limit");
        }

        @Test
        void nameTheOtherSourcesOfAStory() throws Exception {
            String query = "?sources=raw,raw-hasty";
            var atom = new AtomDocument(given().get(ATOM + query).asByteArray());

            assertThat(atom.texts("entry/author/name")).containsExactly("raw");
            assertThat(atom.texts("entry/category[@scheme='urn:newsfan:also-in']/@term"))
                    .containsExactly("raw-hasty");
            assertThat(json(given().get(JSON + query), 200).getList("items._newsfan", Map.class))
                    .containsExactly(Map.of("source", "raw", "also_in", List.of("raw-hasty")));
            assertThat(json(given().get(JSON + "?sources=raw"), 200).getList("items._newsfan", Map.class))
                    .containsExactly(Map.of("source", "raw"));
        }

        @ParameterizedTest
        @ValueSource(strings = {ATOM, JSON})
        void tellWhatThereIsIfASourceFails(String path) {
            Response answer = given().get(path + "?sources=raw,refused");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("News-Complete")).isEqualTo("false");
            assertThat(answer.asString()).contains("https://raw.example/1");
        }

        @ParameterizedTest
        @ValueSource(strings = {ATOM, JSON})
        void areProblemsIfAllFail(String path) {
            raw.stall();

            assertThat(problem(given().accept("application/atom+xml").get(path + "?sources=refused"), 502)
                            .getString("sources[0].code"))
                    .isEqualTo("not_connected");
            problem(given().get(path + "?sources=raw-hasty"), 504);
        }

        @ParameterizedTest
        @ValueSource(strings = {ATOM, JSON})
        void areSentOnceToWhoHasThem(String path) {
            Response first = given().get(path + "?sources=raw");
            String tag = first.header("ETag");
            Response again = given().header("If-None-Match", tag).get(path + "?sources=raw");

            assertThat(tag).matches("W/\"[0-9a-f]{16}-(atom|json)\"");
            assertThat(first.headers().getValues("Cache-Control")).containsExactly("max-age=0");
            assertThat(first.headers().getValues("Vary")).containsExactly("Accept-Encoding");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asByteArray()).isEmpty();
            raw.answerFeed(item("Raw", "https://raw.example/2", DATE));
            assertThat(given().header("If-None-Match", tag)
                            .get(path + "?sources=raw")
                            .statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {ATOM, JSON})
        void areSaidByAHeadAndPackedForWhoWantsThat(String path) {
            Response head = given().head(path + "?sources=raw");
            Response packed = given().header("Accept-Encoding", "gzip").get(path + "?sources=raw");

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.header("ETag")).isEqualTo(packed.header("ETag"));
            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/xml", "application/rss+xml", "text/html", "*/*"})
        void comeWhateverTheReaderSaysItReads(String type) {
            assertThat(given().accept(type).get(ATOM + "?sources=raw").contentType())
                    .contains("atom");
            assertThat(given().accept(type).get(JSON + "?sources=raw").contentType())
                    .contains("feed+json");
        }

        @Test
        void takeAPlaceInAsyncMode() throws IOException {
            raw.stall();
            List<Socket> clients = new ArrayList<>();
            try {
                for (String path : List.of(ATOM, JSON)) {
                    Socket client = new Socket(service.getHost(), service.getPort());
                    clients.add(client);
                    client.getOutputStream()
                            .write(("GET " + path + "?sources=raw HTTP/1.1\r\nHost: a\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                await().untilAsserted(
                                () -> assertThat(RequestsAtWork.in("async")).startsWith("2 of 2"));

                assertThat(problem(given().get(ATOM), 503).getString("detail")).contains("async mode");
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
        }
    }
}
