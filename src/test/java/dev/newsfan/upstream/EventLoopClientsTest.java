package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.config.Configs;
import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Formats;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.source.ComputePool;
import dev.newsfan.source.RawSources;
import dev.newsfan.source.Source;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source whose calls come from two event loops and from threads that are none, by either client. */
@QuarkusTest
@TestProfile(ContractProfile.class)
@Tag("long")
class EventLoopClientsTest {

    private static final String NEWS = "{\"articles\": [{\"title\": \"A\", \"url\": \"https://a.example/\"}]}";

    private static final int CALLERS = 40;
    private static final int CALLS = 100;

    /** How a source is configured. */
    record Kind(String client, boolean http2, int connections) {}

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean holding = true;
    private HttpServer server;
    private Vertx upstream;
    private List<Context> loops;

    static Stream<Kind> kinds() {
        return Stream.of("rest", "vertx")
                .flatMap(client -> Stream.of(
                        new Kind(client, false, 6),
                        new Kind(client, false, 1),
                        new Kind(client, true, 2),
                        new Kind(client, true, 1)));
    }

    @BeforeEach
    void begin() throws Exception {
        upstream = Vertx.vertx();
        server = upstream.createHttpServer(new HttpServerOptions().setHttp2RstFloodMaxRstFramePerWindow(1_000_000))
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        loops = new ArrayList<>();
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            loops.add(((VertxInternal) vertx)
                    .createEventLoopContext(
                            (EventLoop) loop, null, Thread.currentThread().getContextClassLoader()));
        }
        assertThat(loops).as("event loops").hasSizeGreaterThan(1);
    }

    @AfterEach
    void end() throws Exception {
        upstream.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void receive(HttpServerRequest request) {
        connections.add(request.connection());
        if (holding) {
            held.add(request);
        } else {
            answer(request);
        }
    }

    private void answer(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end(NEWS);
    }

    /** Answers what was asked as the first, second, ... */
    private void answerHeld(int number) {
        upstream.runOnContext(now -> answer(held.get(number - 1)));
    }

    private static ConditionFactory soon() {
        return await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private void awaitHeld(int number) {
        soon().untilAsserted(() -> assertThat(held).hasSize(number));
    }

    private Source source(Kind kind) {
        return new RawSources(vertx, pool)
                .source(
                        "http://127.0.0.1:" + server.actualPort() + "/feed?a=b",
                        Formats.newsApi(),
                        Configs.NO_POLICIES,
                        new BytesInFlight(vertx, 1 << 30),
                        "client",
                        kind.client(),
                        "http2",
                        String.valueOf(kind.http2()),
                        "connections",
                        String.valueOf(kind.connections()));
    }

    private CompletableFuture<FetchResult> ask(Source source, Context from) {
        CompletableFuture<FetchResult> answer = new CompletableFuture<>();
        from.runOnContext(begin -> source.ask(Question.NONE)
                .map(SourceAnswer::result)
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer;
    }

    private static FetchResult get(CompletableFuture<FetchResult> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    /** Half of the callers leave at about the time when their answer comes; nobody else may notice. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whoLeavesEndsNobodyElsesCall(Kind kind) throws Exception {
        holding = false;
        Source source = source(kind);
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(new Caller(source, loops.get(caller % 2), caller % 4 < 2).begin());
        }
        for (CompletableFuture<Void> caller : callers) {
            caller.get(20, TimeUnit.SECONDS);
        }

        soon().untilAsserted(() -> assertThat(source.callsUnderWay()).isZero());
        assertThat(source.callsWaiting()).isZero();
    }

    /** Asks again and again, on an event loop. */
    private final class Caller {

        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Source source;
        private final Context loop;
        private final boolean leaves;
        private int left = CALLS;

        Caller(Source source, Context loop, boolean leaves) {
            this.source = source;
            this.loop = loop;
            this.leaves = leaves;
        }

        CompletableFuture<Void> begin() {
            loop.runOnContext(begin -> ask());
            return done;
        }

        private void ask() {
            if (left-- == 0) {
                done.complete(null);
                return;
            }
            AtomicBoolean over = new AtomicBoolean();
            Cancellable call = source.ask(Question.NONE)
                    .map(SourceAnswer::result)
                    .subscribe()
                    .with(answer -> again(over), failure -> {
                        if (over.compareAndSet(false, true)) {
                            done.completeExceptionally(failure);
                        }
                    });
            if (leaves) {
                // About as long as a call takes here.
                long nanos = ThreadLocalRandom.current().nextLong(2_000_000);
                ((ContextInternal) loop)
                        .nettyEventLoop()
                        .schedule(() -> leave(over, call), nanos, TimeUnit.NANOSECONDS);
            }
        }

        private void leave(AtomicBoolean over, Cancellable call) {
            if (over.compareAndSet(false, true)) {
                call.cancel();
                loop.runOnContext(next -> ask());
            }
        }

        private void again(AtomicBoolean over) {
            if (over.compareAndSet(false, true)) {
                loop.runOnContext(next -> ask());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void connectionsAreTheTotalOverAllLoops(Kind kind) throws Exception {
        holding = false;
        Source source = source(kind);
        List<CompletableFuture<FetchResult>> answers = new ArrayList<>();
        for (int call = 0; call < 200; call++) {
            answers.add(
                    switch (call % 3) {
                        case 0, 1 -> ask(source, loops.get(call % 3));
                        default ->
                            source.ask(Question.NONE).map(SourceAnswer::result).subscribeAsCompletionStage();
                    });
        }
        for (CompletableFuture<FetchResult> answer : answers) {
            assertThat(get(answer).articles()).hasSize(1);
        }

        assertThat(connections).hasSizeLessThanOrEqualTo(kind.connections());
        soon().untilAsserted(() -> assertThat(source.callsUnderWay()).isZero());
        assertThat(source.callsWaiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoeverLeavesTheLineTakesNoConnectionAway(Kind kind) throws Exception {
        Source source = source(kind);
        int places = kind.connections() * (kind.http2() ? SourceConfig.STREAMS_PER_CONNECTION : 1);
        List<CompletableFuture<FetchResult>> first = new ArrayList<>();
        for (int call = 0; call < places; call++) {
            first.add(source.ask(Question.NONE).map(SourceAnswer::result).subscribeAsCompletionStage());
        }
        awaitHeld(places);
        List<CompletableFuture<FetchResult>> others = new ArrayList<>();
        for (int call = 0; call < 3 * places; call++) {
            others.add(source.ask(Question.NONE).map(SourceAnswer::result).subscribeAsCompletionStage());
        }
        assertThat(source.callsUnderWay()).isEqualTo(places);
        assertThat(source.callsWaiting()).isEqualTo(3 * places);

        others.forEach(other -> other.cancel(true));
        assertThat(source.callsWaiting()).isZero();
        holding = false;
        for (int call = 1; call <= places; call++) {
            answerHeld(call);
        }

        for (CompletableFuture<FetchResult> answer : first) {
            get(answer);
        }
        assertThat(get(ask(source, loops.get(1))).articles()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCallThatIsCancelledGivesItsPlaceBack(Kind kind) throws Exception {
        Source source = source(kind);
        for (int call = 1; call <= 2 * kind.connections() + 1; call++) {
            CompletableFuture<FetchResult> cancelled =
                    source.ask(Question.NONE).map(SourceAnswer::result).subscribeAsCompletionStage();
            awaitHeld(call);
            cancelled.cancel(true);
            soon().untilAsserted(() -> assertThat(source.callsUnderWay()).isZero());
        }
        holding = false;

        assertThat(get(ask(source, loops.get(0))).articles()).hasSize(1);
    }

    /** The clients can't forget such a request, and would have a line of them. */
    @Test
    void whoLeavesBeforeThereIsAConnectionKeepsThePlace() {
        IncomingBody body = new BytesInFlight(vertx, 1000).share().body(1000);
        EventLoopClients clients = new EventLoopClients(
                vertx,
                1,
                1,
                connections -> (question, asked) -> Uni.createFrom().emitter(never -> asked.requestWaits()));
        CompletableFuture<Void> left = new CompletableFuture<>();
        loops.getFirst().runOnContext(now -> {
            clients.get(UpstreamRequest.of(Question.NONE), body)
                    .subscribe()
                    .with(answer -> {})
                    .cancel();
            left.complete(null);
        });
        left.join();

        assertThat(clients.underWay()).isEqualTo(1);
        loops.getFirst().runOnContext(now -> body.requestBegins());
        soon().untilAsserted(() -> assertThat(clients.underWay()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void bothClientsSendTheSameRequest(String client) throws Exception {
        Source source = source(new Kind(client, false, 1));
        var answer = source.ask(new Question(Map.of("q", "a b&c=ü+")))
                .map(SourceAnswer::result)
                .subscribeAsCompletionStage();
        awaitHeld(1);
        HttpServerRequest request = held.getFirst();

        assertThat(request.path()).isEqualTo("/feed");
        assertThat(request.params().get("a")).isEqualTo("b");
        assertThat(request.params().get("q")).isEqualTo("a b&c=ü+");
        assertThat(request.headers().getAll("User-Agent")).containsExactly("Newsfan/1.0 (news aggregator)");
        assertThat(request.headers().getAll("Accept")).containsExactly("application/json, */*;q=0.1");
        assertThat(request.headers().getAll("Accept-Encoding")).containsExactly(Packing.ACCEPTED);
        answerHeld(1);
        get(answer);
    }
}
