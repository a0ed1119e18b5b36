package dev.newsfan.source;

import static dev.newsfan.source.RawSources.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.config.Configs;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.news.Article;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source whose answer is an index of others. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class PartsTest {

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
    private final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
    /** Parts that don't answer as they should. */
    private final Map<String, Consumer<HttpServerRequest>> faults = new ConcurrentHashMap<>();

    private volatile String index = references(1, 5);
    private boolean holding;
    private BytesInFlight memory;
    private RawSources sources;
    private int port;

    @BeforeEach
    void begin() throws Exception {
        sources = new RawSources(vertx, pool);
        memory = new BytesInFlight(vertx, 1 << 30);
        port = sources.http(this::answer);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    private static String references(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "\"item/" + number + ".json\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void answer(HttpServerRequest request) {
        asked.add(request);
        if (request.path().equals("/v0/top")) {
            request.response().putHeader("ETag", "\"v1\"").end(index);
        } else if (holding) {
            held.add(request);
        } else {
            faults.getOrDefault(request.path(), PartsTest::part).accept(request);
        }
    }

    private static void part(HttpServerRequest request) {
        request.response().end("{\"title\": \"" + request.path() + "\"}");
    }

    private Source source(String... keys) {
        return source(Configs.NO_POLICIES, keys);
    }

    private Source source(PolicySettings policies, String... keys) {
        return sources.source("http://127.0.0.1:" + port + "/v0/top", new IndexFormat(), policies, memory, keys);
    }

    private static List<String> titles(FetchResult result) {
        return result.articles().stream().map(Article::title).toList();
    }

    private static FailureReason reason(Source source) {
        try {
            throw new AssertionError("answered: " + ask(source).join());
        } catch (CompletionException e) {
            return ((SourceException) e.getCause()).reason();
        }
    }

    @ParameterizedTest
    @CsvSource({"rest, false, 50", "vertx, false, 1", "rest, true, 1", "vertx, true, 50", "rest, false, 1"})
    void allAreAskedForAndComeInTheirOrder(String client, boolean http2, String connections) {
        index = references(1, 30);
        Source source = source("client", client, "http2", "" + http2, "connections", connections);
        FetchResult result = ask(source).join();

        assertThat(titles(result))
                .isEqualTo(IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "/v0/item/" + number + ".json")
                        .toList());
        assertThat(result.dropped()).isZero();
        assertThat(source.events().total(PolicyEvent.CALLED)).isEqualTo(31);
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void eightAreAskedForAtOnce() {
        holding = true;
        index = references(1, 20);
        CompletableFuture<FetchResult> answer = ask(source());

        await().until(() -> held.size() == PartedCall.AT_ONCE);
        part(held.removeFirst());
        await().until(() -> asked.size() == 2 + PartedCall.AT_ONCE);
        holding = false;
        held.forEach(PartsTest::part);
        assertThat(titles(answer.join())).hasSize(20);
    }

    @Test
    void theNextCallAsksForWhatIsNew() {
        Source source = source();
        ask(source).join();
        asked.clear();
        index = references(4, 7);

        assertThat(titles(ask(source).join())).hasSize(4);
        assertThat(asked)
                .extracting(HttpServerRequest::path)
                .containsExactlyInAnyOrder("/v0/top", "/v0/item/6.json", "/v0/item/7.json");
    }

    @Test
    void whatMayNotBeKeptIsAskedForAgain() {
        faults.put("/v0/item/2.json", request -> {
            request.response().putHeader("Cache-Control", "no-store");
            part(request);
        });
        Source source = source(policies(Optional.empty()));
        ask(source).join();
        asked.clear();
        ask(source).join();

        assertThat(asked).extracting(HttpServerRequest::path).containsExactly("/v0/top", "/v0/item/2.json");
    }

    private static PolicySettings policies(Optional<Rate> rate) {
        PolicySettings none = Configs.NO_POLICIES;
        return new PolicySettings(
                none.share(),
                none.freshFor(),
                true,
                none.staleFor(),
                0,
                none.breaker(),
                none.breakerWait(),
                none.backoff(),
                none.bulkhead(),
                rate,
                none.hedgeAfter());
    }

    @Test
    void oneThatFailsIsDropped() {
        faults.put(
                "/v0/item/1.json",
                request -> request.response().setStatusCode(500).end("sorry"));
        faults.put("/v0/item/2.json", request -> request.response().end("<html>sorry</html>"));
        faults.put("/v0/item/3.json", request -> request.response().end("{\"title\": \"x\"} {}"));
        faults.put("/v0/item/4.json", request -> request.connection().close());
        SourceAnswer answer = source().ask(Question.NONE.keepingRaw()).await().atMost(Duration.ofSeconds(20));

        assertThat(titles(answer.result())).containsExactly("/v0/item/5.json");
        assertThat(answer.result().dropped()).isEqualTo(4);
        assertThat(answer.headers().canBeValidated()).isFalse();
        assertThat(answer.raw().orElseThrow().headers()).containsEntry("newsfan-missing", "4");
    }

    @Test
    void ifAllFailTheCallDoes() {
        index = references(1, 1);
        faults.put(
                "/v0/item/1.json",
                request -> request.response().setStatusCode(404).end());
        FailureReason reason = reason(source());

        assertThat(reason.code()).isEqualTo("status_404");
        assertThat(reason.words()).isEqualTo("of the parts of its answer none came: it answered with status 404");
    }

    @Test
    void oneThatHangsDoesNotHoldUpTheOthersForEver() {
        faults.put("/v0/item/3.json", request -> {});
        FetchResult result = ask(source("timeout", "2s")).join();

        assertThat(titles(result)).hasSize(4);
        assertThat(result.dropped()).isEqualTo(1);
    }

    @Test
    void anotherOriginIsNotAsked() {
        index = "[\"http://127.0.0.1:" + (port + 1) + "/x\", \"item/1.json\", \"//other.example/x\", \"file:/x\"]";
        FetchResult result = ask(source()).join();

        assertThat(titles(result)).containsExactly("/v0/item/1.json");
        assertThat(result.dropped()).isEqualTo(3);
        assertThat(asked).hasSize(2);
    }

    @Test
    void eachCountsTowardsTheRate() {
        Source source = source(policies(Optional.of(new Rate(4, Duration.ofDays(1)))));
        FetchResult result = ask(source).join();

        assertThat(titles(result)).hasSize(3);
        assertThat(result.dropped()).isEqualTo(2);
        assertThat(asked).hasSize(4);
        assertThat(reason(source).code()).isEqualTo("rate_limited");
    }

    @Test
    void togetherTheyMayNotBeTooLarge() {
        for (int part = 1; part <= 5; part++) {
            faults.put(
                    "/v0/item/" + part + ".json", request -> request.response().end('"' + "x".repeat(800) + '"'));
        }

        assertThat(reason(source("max-size", "3K")).code()).isEqualTo("too_large");
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void noKeyGoesAstrayWithThem() {
        ask(source("headers.X-Key", "secret")).join();

        assertThat(asked)
                .allSatisfy(request -> assertThat(request.getHeader("X-Key")).isEqualTo("secret"));
        assertThat(asked)
                .allSatisfy(request ->
                        assertThat(request.getHeader("If-None-Match")).isNull());
    }

    @ParameterizedTest
    @CsvSource({"rest", "vertx"})
    void whoLeavesEndsAllOfThem(String client) {
        holding = true;
        List<String> closed = new CopyOnWriteArrayList<>();
        Source source = source("client", client);
        var call = source.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {});
        await().until(() -> held.size() == 5);
        held.forEach(request -> request.connection().closeHandler(end -> closed.add(request.path())));
        call.cancel();

        await().untilAsserted(() -> assertThat(closed).hasSize(5));
        await().untilAsserted(() -> assertThat(source.callsUnderWay()).isZero());
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void manyCallsGetByWithOneConnection() {
        Source source = source("connections", "1");
        List<CompletableFuture<FetchResult>> calls =
                IntStream.range(0, 20).mapToObj(call -> ask(source)).toList();

        assertThat(calls).allSatisfy(call -> assertThat(titles(call.join())).hasSize(5));
    }

    @Test
    void anIndexOfNothingIsAnAnswer() {
        index = "[]";

        assertThat(titles(ask(source()).join())).isEmpty();
    }
}
