package dev.newsfan.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.format.Formats;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.upstream.UpstreamAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final String EMPTY = "{\"articles\": []}";

    private final AnswerReader reader = new AnswerReader(
            "wire", Formats.newsApi(), "https://wire.example/", 1_000_000, Optional.empty(), new VertxTiming(null));

    private FetchResult read(int status, String contentType, String body) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
        return reader.read(
                        new UpstreamAnswer(
                                status, name -> name.equals(HttpHeaders.CONTENT_TYPE) ? contentType : null, bytes),
                        Question.NONE)
                .result();
    }

    @Nested
    class ToBeHandedOn {

        private final byte[] packed = gzip("{\"articles\": [{\"title\": \"A\", \"url\": \"https://a.example/\"}]}");
        private final Map<String, String> headers = new TreeMap<>(
                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip", "Set-Cookie", "x".repeat(2000)));
        private final UpstreamAnswer answer = new UpstreamAnswer(200, headers::get, packed);

        @Test
        void anAnswerIsGivenAsItCameToWhoWantsIt() {
            RawAnswer raw =
                    reader.read(answer, Question.NONE.keepingRaw()).raw().orElseThrow();

            assertThat(raw.body()).isEqualTo(packed);
            assertThat(raw.headers()).isEqualTo(Map.of("content-type", "application/json", "content-encoding", "gzip"));
            assertThat(reader.read(answer, Question.NONE).raw()).isEmpty();
        }

        @Test
        void anAnswerIsReadAsIfItHadJustCome() {
            RawAnswer raw =
                    reader.read(answer, Question.NONE.keepingRaw()).raw().orElseThrow();

            assertThat(reader.read(raw).result())
                    .isEqualTo(reader.read(answer, Question.NONE).result());
            assertThat(reader.weight(raw)).isEqualTo(reader.weight(answer));
        }

        @Test
        void aHeaderThatIsFarTooLongIsLeftOut() {
            headers.put("Content-Type", "x".repeat(1001));

            assertThat(reader.read(answer, Question.NONE.keepingRaw())
                            .raw()
                            .orElseThrow()
                            .headers())
                    .doesNotContainKey("content-type");
        }

        private static byte[] gzip(String text) {
            var bytes = new ByteArrayOutputStream();
            try (var packing = new GZIPOutputStream(bytes)) {
                packing.write(text.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void deliversItsArticlesInItsOrderAndCountsTheUnfitOnes() {
            FetchResult result = read(200, "application/json", """
                    {"articles": [
                      {"title": "Second", "url": "https://a.example/2"},
                      {"title": "No URL"},
                      {"title": "Not http", "url": "ftp://a.example/3"},
                      {"title": "", "url": "https://a.example/4"},
                      {"title": "First", "url": "http://a.example/1"}]}""");

            assertThat(result.articles()).extracting(Article::title).containsExactly("Second", "First");
            assertThat(result.articles()).extracting(Article::source).containsOnly("wire");
            assertThat(result.dropped()).isEqualTo(3);
        }

        @Test
        void isReadUpToSoManyArticlesAndTheOthersAreCounted() {
            String body = IntStream.range(0, 700)
                    .mapToObj("{\"title\": \"A\", \"url\": \"https://a.example/%d\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"articles\": [", "]}"));

            FetchResult result = read(200, "application/json", body);

            assertThat(result.articles()).hasSize(500);
            assertThat(result.articles().getLast().url()).isEqualTo("https://a.example/499");
            assertThat(result.dropped()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                301 | it answered with status 301, a redirect, which is not followed: configure the new address
                206 | it answered with status 206: a part only, though all was asked for
                304 | it answered with status 304 (not modified), though it was not asked whether it is
                102 | it answered with status 102, which should only come before another
                400 | it answered with status 400
                401 | it answered with status 401: the API key is missing, wrong or not allowed to ask this
                403 | it answered with status 403: the API key is missing, wrong or not allowed to ask this
                404 | it answered with status 404
                429 | it answered with status 429: it has been asked too often
                500 | it answered with status 500
                503 | it answered with status 503
                599 | it answered with status 599
                """)
        void isRefusedForAnyStatusButSuccess(int status, String reason) {
            assertThatThrownBy(() -> read(status, "application/json", EMPTY))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(reason);
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {"200, -", "200, ''", "204, -"})
        void isRefusedIfItIsEmpty(int status, String body) {
            assertThatThrownBy(() -> read(status, "application/json", body))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("its answer is empty (status " + status + ")");
        }
    }

    @Nested
    class InAnyFormat {

        private final AnswerReader any = new AnswerReader(
                "wire", Formats.auto(), "https://wire.example/", 1_000_000, Optional.empty(), new VertxTiming(null));

        private FetchResult read(String contentType, String body) {
            Map<String, String> headers = Map.of(HttpHeaders.CONTENT_TYPE, contentType);
            return any.read(new UpstreamAnswer(200, headers::get, body.getBytes(UTF_8)), Question.NONE)
                    .result();
        }

        @Test
        void anAnswerIsReadInTheOneItIsInWhichIsTold() {
            FetchResult result = read("text/html", """
                    {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "A", "url": "/1"}]}""");

            assertThat(result.format()).isEqualTo("json-feed");
            assertThat(result.articles()).extracting(Article::url).containsExactly("https://wire.example/1");
        }

        @Test
        void anAnswerIsReadAgainForOtherReplicas() {
            byte[] body = "<rss><channel><item><title>A</title><link>/1</link></item></channel></rss>".getBytes(UTF_8);

            FetchResult result = any.read(new RawAnswer(Map.of(), body)).result();

            assertThat(result.format()).isEqualTo("feed");
            assertThat(result.articles()).hasSize(1);
        }

        @Test
        void fewerAreTakenWhereEachTakesACall() {
            String items = IntStream.range(0, 40)
                    .mapToObj("{\"id\": %d, \"type\": \"story\", \"time\": 1, \"title\": \"A\"}"::formatted)
                    .collect(Collectors.joining(",", "[", "]"));

            FetchResult result = read("application/json", items);

            assertThat(result.articles()).hasSize(30);
            assertThat(result.dropped()).isEqualTo(10);
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                text/html       | <html><body>Hello</body></html> | its answer is a web page and not a feed; the page links to no feed
                text/plain      | Hello                           | its answer is neither XML nor JSON, and in none of the formats
                application/pdf | {"a": 1}                        | its answer is JSON, but in none of the formats
                """)
        void anythingElseIsToldForWhatItIs(String contentType, String body, String reason) {
            assertThatThrownBy(() -> read(contentType, body))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(reason);
        }
    }

    @Nested
    class TheContentType {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "Application/JSON;charset=UTF-8",
                    " application/vnd.news+json ; v=1",
                    "text/json"
                })
        void isOneOfTheFormats(String contentType) {
            assertThat(read(200, contentType, EMPTY)).isEqualTo(new FetchResult(List.of(), 0, "newsapi"));
        }

        @Test
        void mayBeMissing() {
            assertThat(read(203, null, EMPTY)).isEqualTo(new FetchResult(List.of(), 0, "newsapi"));
        }

        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                text/html; charset=utf-8    | its answer has the content type text/html, which the format newsapi never has
                application/rss+xml         | its answer has the content type application/rss+xml, which the format newsapi never has
                <script>alert(1)</script>   | its answer has the content type (unreadable), which the format newsapi never has
                json                        | its answer has the content type (unreadable), which the format newsapi never has
                """)
        void isToldIfItIsAnotherAndNothingCanBeRead(String contentType, String reason) {
            assertThatThrownBy(() -> read(200, contentType, "<html/>"))
                    .isInstanceOf(SourceException.class)
                    .hasMessage(reason);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "text/plain; charset=utf-8", "nonsense"})
        void doesNotMatterIfTheAnswerCanBeRead(String contentType) {
            assertThat(read(200, contentType, EMPTY)).isEqualTo(new FetchResult(List.of(), 0, "newsapi"));
        }

        @Test
        void isNotRepeatedIfItHasNoEnd() {
            assertThatThrownBy(() -> read(200, "text/" + "x".repeat(1000), "<html/>"))
                    .hasMessageContaining("(unreadable)")
                    .hasMessageNotContaining("xxx");
        }
    }
}
