package dev.newsfan.source;

import static dev.newsfan.source.RawSources.NEWS;
import static dev.newsfan.source.RawSources.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a source's connections, by either client. */
@Tag("long")
@QuarkusTest
@TestProfile(ContractProfile.class)
class ConnectionCountTest {

    private static final int CALLS = 6;

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private RawSources servers;
    private int port;

    @BeforeEach
    void holdAllRequests() throws Exception {
        servers = new RawSources(vertx, pool);
        port = servers.http(request -> {
            connections.add(request.connection());
            held.add(request);
        });
    }

    @AfterEach
    void end() throws Exception {
        servers.close();
    }

    private void answerAll() {
        held.forEach(request -> request.response().end(NEWS));
        held.clear();
    }

    private static void awaitCounts(Source source, int inUse, int idle) {
        await().untilAsserted(() -> assertThat(
                        "%d in use, %d idle".formatted(source.connectionsInUse(), source.connectionsIdle()))
                .isEqualTo("%d in use, %d idle".formatted(inUse, idle)));
    }

    private static List<CompletableFuture<FetchResult>> askOften(Source source) {
        return Stream.generate(() -> ask(source)).limit(CALLS).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void eachCallHasAConnectionThatIsKeptAfterIt(String client) {
        Source source = servers.source(port, "client", client);
        List<CompletableFuture<FetchResult>> answers = askOften(source);
        await().until(() -> held.size() == CALLS);

        awaitCounts(source, CALLS, 0);
        answerAll();
        answers.forEach(CompletableFuture::join);
        awaitCounts(source, 0, CALLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whatTheSourceClosesIsOpenNoLonger(String client) {
        Source source = servers.source(port, "client", client);
        List<CompletableFuture<FetchResult>> answers = askOften(source);
        await().until(() -> held.size() == CALLS);

        held.removeFirst().response().end(NEWS);
        awaitCounts(source, CALLS - 1, 1);
        // What was never answered may be asked once more.
        await().until(() -> {
            connections.forEach(HttpConnection::close);
            return answers.stream().allMatch(CompletableFuture::isDone);
        });

        awaitCounts(source, 0, 0);
        assertThat(answers)
                .filteredOn(answer -> !answer.isCompletedExceptionally())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rest, false", "rest, true", "vertx, false", "vertx, true"})
    void whoLeavesLeavesNothingInUse(String client, String http2) {
        Source source = servers.source(port, "client", client, "http2", http2);
        List<Cancellable> callers = Stream.generate(
                        () -> source.ask(Question.NONE).subscribe().with(answer -> {}, failure -> {}))
                .limit(CALLS)
                .toList();
        await().until(() -> held.size() == CALLS);

        callers.forEach(Cancellable::cancel);

        await().until(() -> source.connectionsInUse() == 0);
        await().until(() -> source.callsUnderWay() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void callsOverHttp2ShareAConnection(String client) {
        Source source = servers.source(port, "client", client, "http2", "true", "connections", "1");
        List<CompletableFuture<FetchResult>> answers = askOften(source);
        await().until(() -> held.size() == CALLS);

        awaitCounts(source, 1, 0);
        answerAll();
        answers.forEach(CompletableFuture::join);
        awaitCounts(source, 0, 1);
        connections.forEach(HttpConnection::close);
        awaitCounts(source, 0, 0);
    }
}
