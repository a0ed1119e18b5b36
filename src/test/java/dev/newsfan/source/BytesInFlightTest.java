package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.ContractProfile;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.upstream.BytesInFlight;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sources that share memory for 8 MB of answers. */
@QuarkusTest
@TestProfile(ContractProfile.class)
@Tag("long")
class BytesInFlightTest {

    private static final int LIMIT = 8 * 1024 * 1024;
    private static final int LARGE = 600 * 1024;

    @Inject
    Vertx vertx;

    @Inject
    ComputePool pool;

    private RawSources sources;
    private BytesInFlight memory;

    @BeforeEach
    void begin() {
        sources = new RawSources(vertx, pool);
        memory = new BytesInFlight(vertx, LIMIT);
    }

    @AfterEach
    void end() throws Exception {
        sources.close();
    }

    private Source source(String client, Consumer<NetSocket> answer) throws Exception {
        int port = sources.raw(socket -> socket.handler(request -> answer.accept(socket)));
        return sources.source(port, memory, "client", client, "connections", "30", "max-size", "20M");
    }

    /** An answer of this length, of which the last bytes are missing. */
    private static Consumer<NetSocket> answer(int size, int missing) {
        String body = "{\"articles\": [{\"title\": \"" + "A".repeat(size) + "\", \"url\": \"https://a.example/\"}]}";
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return socket -> socket.write(answer.substring(0, answer.length() - missing));
    }

    private static List<CompletableFuture<FetchResult>> ask(Source source, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(call -> RawSources.ask(source))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void allAreReadThatDoNotFitAtOnce(String client) throws Exception {
        Source source = source(client, answer(LARGE, 0));

        for (CompletableFuture<FetchResult> answer : ask(source, 30)) {
            assertThat(answer.join().articles()).hasSize(1);
        }

        await().untilAsserted(() -> assertThat(memory.bytes()).isZero());
        assertThat(memory.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void oneThatStallsTakesNothingFromAnother(String client) throws Exception {
        Source stalling = source(client, answer(LARGE, 100));
        Source healthy = source(client, answer(LARGE, 0));
        List<CompletableFuture<FetchResult>> stalled = ask(stalling, 30);
        await().untilAsserted(() -> assertThat(memory.bytes()).isGreaterThan(LIMIT / 2));

        for (int i = 0; i < 10; i++) {
            assertThat(RawSources.ask(healthy).join().articles()).hasSize(1);
        }

        assertThat(memory.bytes()).isLessThan(LIMIT + 30 * 64 * 1024);
        CompletableFuture.anyOf(stalled.toArray(CompletableFuture[]::new))
                .handle((answer, failure) -> assertThat(failure)
                        .hasMessageContaining("had to give way, as more than 8 MB had arrived for all requests"))
                .join();
        stalled.forEach(answer -> answer.cancel(true));
        await().untilAsserted(() -> assertThat(memory.bytes()).isZero());
        assertThat(memory.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void oneThatIsLargerThanAllMemoryFails(String client) throws Exception {
        assertThatThrownBy(RawSources.ask(source(client, answer(LIMIT + LARGE, 0)))::join)
                .hasMessageContaining("(newsfan.max-bytes-in-flight)");

        await().untilAsserted(() -> assertThat(memory.bytes()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "vertx"})
    void whoLeavesLeavesNothing(String client) throws Exception {
        Source stalling = source(client, answer(LARGE, 100));
        List<CompletableFuture<FetchResult>> stalled = new ArrayList<>(ask(stalling, 30));
        await().untilAsserted(() -> assertThat(memory.waiting()).isPositive());

        stalled.forEach(answer -> answer.cancel(true));

        await().untilAsserted(() -> assertThat(memory.bytes()).isZero());
        assertThat(memory.waiting()).isZero();
        await().untilAsserted(() -> assertThat(stalling.callsUnderWay()).isZero());
    }
}
