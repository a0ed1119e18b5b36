package dev.newsfan.source;

import static dev.newsfan.source.RawSources.NEWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that are asked whether what they said still holds. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ConditionalCallsTest {

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<MultiMap> asked = new CopyOnWriteArrayList<>();
    private RawSources sources;

    @BeforeEach
    void begin() {
        sources = new RawSources(vertx, pool);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.headers());
        request.response().putHeader("ETag", "\"v1\"").putHeader("Last-Modified", "Sat, 21 Nov 2026 12:00:00 GMT");
        request.response().headers().add("Cache-Control", "public").add("Cache-Control", "max-age=60");
        if (request.getHeader("If-None-Match") == null) {
            request.response().end(NEWS);
        } else {
            request.response().setStatusCode(304).end();
        }
    }

    private static CompletableFuture<SourceAnswer> ask(Source source, Question question) {
        return source.ask(question).subscribeAsCompletionStage().orTimeout(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"rest, false", "vertx, false", "rest, true", "vertx, true"})
    void aSourceSaysThatItsAnswerStillHolds(String client, boolean http2) throws Exception {
        Source source = sources.source(sources.http(this::answer), "client", client, "http2", String.valueOf(http2));

        SourceAnswer first = ask(source, Question.NONE).get();
        SourceAnswer second =
                ask(source, Question.NONE.knowing(Optional.of(first))).get();

        assertThat(first.headers().lifetime()).contains(Duration.ofSeconds(60));
        assertThat(asked.getFirst().contains("If-None-Match")).isFalse();
        assertThat(asked.getLast().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(asked.getLast().get("If-Modified-Since")).isEqualTo("Sat, 21 Nov 2026 12:00:00 GMT");
        assertThat(second.result()).isSameAs(first.result());
        assertThat(second.events()).containsExactly(PolicyEvent.REVALIDATED);
    }

    @ParameterizedTest
    @CsvSource({"rest", "vertx"})
    void aSourceThatWasNotAskedMayNotSaySo(String client) throws Exception {
        Source source = sources.source(
                sources.http(request -> request.response().setStatusCode(304).end()), "client", client);

        assertThat(ask(source, Question.NONE))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failure -> assertThat(failure.reason().code()).isEqualTo("status_304"));
    }

    @ParameterizedTest
    @CsvSource({"rest", "vertx"})
    void aSourceSaysWhenItMayBeAskedAgain(String client) throws Exception {
        Source source = sources.source(
                sources.http(request -> request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "7")
                        .end()),
                "client",
                client);

        assertThat(ask(source, Question.NONE))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        SourceException.class,
                        failure -> assertThat(failure.reason().retryAfter()).contains(Duration.ofSeconds(7)));
    }
}
