package dev.newsfan.source;

import static dev.newsfan.source.RawSources.NEWS;
import static dev.newsfan.source.RawSources.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.config.Configs;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.format.Formats;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.upstream.BytesInFlight;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that have moved, within a machine that is private altogether. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class RedirectsTest {

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private int status = 302;
    private RawSources sources;
    private int port;
    private int elsewhere;

    @BeforeEach
    void begin() throws Exception {
        sources = new RawSources(vertx, pool);
        port = sources.http(this::answer);
        elsewhere = sources.http(this::answer);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    /** Redirects where a location is known for the path, and has news everywhere else. */
    private void answer(HttpServerRequest request) {
        if (asked.stream().noneMatch(other -> other.connection() == request.connection())) {
            connections.incrementAndGet();
        }
        asked.add(request);
        String location = locations.get(request.path());
        if (location == null) {
            request.response().putHeader("ETag", "\"v1\"").end(NEWS);
        } else {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Location", location)
                    .end("over there");
        }
    }

    private static FailureReason reason(Source source) {
        try {
            throw new AssertionError("answered: " + ask(source).join());
        } catch (CompletionException e) {
            return ((SourceException) e.getCause()).reason();
        }
    }

    @ParameterizedTest
    @CsvSource({"rest, false", "vertx, false", "rest, true", "vertx, true"})
    void threeInTurnAreFollowed(String client, boolean http2) throws Exception {
        locations.putAll(Map.of("/feed", "a", "/a", "/b?c=d", "/b", "http://localhost:" + elsewhere + "/c"));
        Source source = sources.source(port, "client", client, "http2", "" + http2, "connections", "1");

        assertThat(ask(source).join().articles()).hasSize(1);
        assertThat(asked).extracting(HttpServerRequest::uri).containsExactly("/feed", "/a", "/b?c=d", "/c");
        assertThat(asked.getLast().authority()).hasToString("localhost:" + elsewhere);
        assertThat(source.events().total(PolicyEvent.CALLED)).isEqualTo(4);
        assertThat(source.callsUnderWay()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void allKindsAreFollowed(int kind) throws Exception {
        status = kind;
        locations.put("/feed", "/a");

        assertThat(ask(sources.source(port)).join().articles()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void moreAreNot(String client) throws Exception {
        locations.putAll(Map.of("/feed", "a", "/a", "b", "/b", "c", "/c", "d?key=secret"));
        FailureReason reason = reason(sources.source(port, "client", client));

        assertThat(reason.code()).isEqualTo("redirect");
        assertThat(reason.words())
                .isEqualTo("it redirects more than 3 times (redirects), at last to http://127.0.0.1:" + port + "/d");
    }

    @Test
    void noneIsFollowedIfTheConfigurationSaysSo() throws Exception {
        locations.put("/feed", "a");
        FailureReason reason = reason(sources.source(port, "redirects", "0"));

        assertThat(reason.code()).isEqualTo("status_302");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aCircleIsNot() throws Exception {
        locations.putAll(Map.of("/feed", "/a", "/a", "/feed"));

        assertThat(reason(sources.source(port)).words()).contains("in a circle, back to http://127.0.0.1:");
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void keysStayWithTheirOrigin(String client) throws Exception {
        locations.putAll(Map.of(
                "/feed", "/a",
                "/a", "http://127.0.0.1:" + elsewhere + "/b",
                "/b", "http://127.0.0.1:" + port + "/c"));
        Source source = sources.source(port, "client", client, "headers.X-Key", "secret", "headers.User-Agent", "me");

        assertThat(ask(source).join().articles()).hasSize(1);
        assertThat(asked)
                .extracting(request -> request.getHeader("X-Key"))
                .containsExactly("secret", "secret", null, null);
        assertThat(asked)
                .extracting(request -> request.headers().getAll("User-Agent").size())
                .containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whatIsKnownIsAskedForEverywhere(String client) throws Exception {
        Source source = sources.source(
                sources.http(request -> {
                    asked.add(request);
                    boolean known = "\"v1\"".equals(request.getHeader("If-None-Match"));
                    if (request.path().equals("/feed")) {
                        request.response()
                                .setStatusCode(307)
                                .putHeader("Location", "/moved")
                                .end();
                    } else {
                        request.response()
                                .putHeader("ETag", "\"v1\"")
                                .setStatusCode(known ? 304 : 200)
                                .end(known ? "" : NEWS);
                    }
                }),
                "client",
                client);
        SourceAnswer first = source.ask(Question.NONE).await().atMost(Duration.ofSeconds(20));
        SourceAnswer second =
                source.ask(Question.NONE.knowing(Optional.of(first))).await().atMost(Duration.ofSeconds(20));

        assertThat(second.events()).contains(PolicyEvent.REVALIDATED);
        assertThat(second.result()).isSameAs(first.result());
    }

    @Test
    void aKeyThatIsRepeatedInThePathIsNotTold() throws Exception {
        status = 301;
        locations.put("/feed", "/of/Geheim%20Key/feed");
        Source source = sources.source(port, "params.api-key", "geheim key");

        assertThat(RawSources.ask(source).get().articles()).isNotEmpty();
        assertThat(source.movedTo()).contains("http://127.0.0.1:" + port + "/of/…/feed");

        locations.put("/of/Geheim%20Key/feed", "/of/Geheim%20Key/feed");
        assertThat(reason(source).words()).endsWith("back to http://127.0.0.1:" + port + "/of/…/feed");
    }

    @Test
    void linksAreRelativeToWhereTheAnswerCameFrom() throws Exception {
        locations.put("/feed", "http://localhost:" + elsewhere + "/deep/news?key=secret");
        Source source = sources.source(port);
        SourceAnswer answer = source.ask(Question.NONE.keepingRaw()).await().atMost(Duration.ofSeconds(20));

        assertThat(answer.raw().orElseThrow().headers())
                .containsEntry("content-location", "http://localhost:" + elsewhere + "/deep/news");
    }

    @Test
    void whereALongWayLedIsNotCutForItsLinks() throws Exception {
        String place = "http://127.0.0.1:" + port + "/" + "long/".repeat(60) + "news";
        locations.put("/feed", place);
        SourceAnswer answer =
                sources.source(port).ask(Question.NONE.keepingRaw()).await().atMost(Duration.ofSeconds(20));

        assertThat(answer.raw().orElseThrow().headers()).containsEntry("content-location", place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void connectionsAreKept(String client) throws Exception {
        locations.put("/feed", "http://127.0.0.1:" + elsewhere + "/b");
        Source source = sources.source(port, "client", client, "connections", "1");
        for (int call = 0; call < 5; call++) {
            assertThat(ask(source).join().articles()).hasSize(1);
        }

        assertThat(asked).hasSize(10);
        assertThat(connections).hasValue(2);
    }

    @Test
    void aPlaceThatFailsIsNamed() throws Exception {
        int gone = sources.http(request -> request.response().setStatusCode(404).end());
        locations.put("/feed", "http://127.0.0.1:" + gone + "/gone?key=secret");
        FailureReason reason = reason(sources.source(port));

        assertThat(reason.code()).isEqualTo("status_404");
        assertThat(reason.words())
                .isEqualTo(
                        "it redirects to http://127.0.0.1:" + gone + "/gone, and there: it answered with status 404");
    }

    @Test
    void aPlaceWhereNobodyIsIsNamed() throws Exception {
        locations.put("/feed", "http://no-such-host.invalid/?key=secret");
        FailureReason reason = reason(sources.source(port));

        assertThat(reason.code()).isEqualTo("unknown_host");
        assertThat(reason.words())
                .isEqualTo("it redirects to http://no-such-host.invalid/, and there: its host name is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void aBodyWithoutEndEndsTheCall(String client) throws Exception {
        int endless = sources.raw(socket -> socket.handler(request -> {
            socket.write("HTTP/1.1 302 Found\r\nLocation: /a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
            for (int i = 0; i < 100; i++) {
                socket.write(chunk);
            }
        }));
        BytesInFlight memory = new BytesInFlight(vertx, 1 << 30);

        assertThatThrownBy(ask(sources.source(endless, memory, "client", client, "max-size", "64K"))::join)
                .hasMessageContaining("larger than 64 KB");
        assertThat(memory.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whoLeavesEndsTheHopThatIsUnderWay(String client) throws Exception {
        List<String> closed = new CopyOnWriteArrayList<>();
        int slow = sources.http(request -> {
            asked.add(request);
            request.connection().closeHandler(end -> closed.add(request.path()));
        });
        locations.put("/feed", "http://127.0.0.1:" + slow + "/slow");
        Source source = sources.source(port, "client", client);
        var call = source.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {});
        await().until(() -> asked.size() == 2);
        call.cancel();

        await().untilAsserted(() -> assertThat(closed).containsExactly("/slow"));
        await().untilAsserted(() -> assertThat(source.callsUnderWay()).isZero());
    }

    @Test
    void manyCallsShareOnePlace() throws Exception {
        locations.put("/feed", "/a");
        Source source = sources.source(port, "connections", "1");
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            calls.add(ask(source));
        }
        calls.forEach(CompletableFuture::join);

        assertThat(asked).hasSize(100);
        assertThat(source.callsWaiting()).isZero();
    }

    @Test
    void eachCountsTowardsTheRate() throws Exception {
        locations.put("/feed", "/a");
        PolicySettings none = Configs.NO_POLICIES;
        PolicySettings policies = new PolicySettings(
                none.share(),
                none.freshFor(),
                none.obey(),
                none.staleFor(),
                none.retries(),
                none.breaker(),
                none.breakerWait(),
                none.backoff(),
                none.bulkhead(),
                Optional.of(new Rate(3, Duration.ofDays(1))),
                none.hedgeAfter());
        Source source = sources.source(
                "http://127.0.0.1:" + port + "/feed", Formats.newsApi(), policies, new BytesInFlight(vertx, 1 << 30));

        assertThat(ask(source).join().articles()).hasSize(1);
        assertThat(reason(source).code()).isEqualTo("rate_limited");
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatHasMovedForGoodIsRemembered() throws Exception {
        status = 301;
        locations.putAll(Map.of("/feed", "/a", "/a", "/b?key=secret"));
        Source source = sources.source(port);

        assertThat(source.movedTo()).isEmpty();
        ask(source).join();
        assertThat(source.movedTo()).contains("http://127.0.0.1:" + port + "/b");
        status = 302;
        ask(source).join();
        assertThat(source.movedTo()).isEmpty();
    }
}
