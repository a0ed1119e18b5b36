package dev.newsfan.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who leave at any moment, in any way: nothing is left of them. */
@QuarkusTest
@Tag("long")
@TestProfile(StingyCallersProfile.class)
class LeavingCallersTest {

    private static final int CALLERS = 300;

    private static final List<String> PATHS = List.of(
            "/sync-news?sources=raw&limit=200",
            "/async-news?sources=raw&limit=200",
            "/virtual-news?sources=raw&limit=200",
            "/stream-news?sources=raw&limit=200",
            "/race?sources=raw",
            "/q/openapi",
            "/");

    /** The same in each run. */
    private final Random random = new Random(42);

    RawUpstream raw;

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveASourceThatOftenDoesNotAnswer() {
        String answer = RawUpstream.feed(IntStream.range(0, 200)
                .mapToObj(number -> JsonFeeds.item("Some", "https://raw.example/" + number, "2026-11-20T01:00:00Z"))
                .toArray(String[]::new));
        raw.answer(out -> {
            if (raw.requests() % 3 > 0) {
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void leaveNoPlaceConnectionOrTimerBehind() throws Exception {
        hammer();
        awaitNobody();
        int timers = timers();

        hammer();
        awaitNobody();

        // Deadlines share timers, which are kept until they ring.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(timers()).isLessThan(timers + CALLERS / 10));
    }

    private void hammer() throws IOException {
        try (LogLines log = LogLines.ofWarnings()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                if (random.nextInt(4) == 0) {
                    leaveByHttp2();
                } else {
                    leaveByHttp1();
                }
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("inside Newsfan") || line.contains("Exception"));
        }
    }

    private void leaveByHttp1() throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = "GET " + PATHS.get(random.nextInt(PATHS.size())) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            int sent = random.nextInt(4) == 0 ? random.nextInt(request.length()) : request.length();
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII), 0, sent);
            if (sent == request.length() && random.nextInt(3) == 0) {
                // Long enough for some to have their answer begun, or all of it.
                socket.setSoTimeout(1 + random.nextInt(50));
                readSome(socket);
            }
            switch (random.nextInt(3)) {
                case 0 -> socket.setSoLinger(true, 0);
                case 1 -> socket.shutdownOutput();
                default -> {}
            }
        } catch (SocketException e) {
            // The other side was faster.
        }
    }

    private void readSome(Socket socket) throws IOException {
        try {
            socket.getInputStream().readNBytes(1 + random.nextInt(100_000));
        } catch (SocketTimeoutException e) {
            // That was all in this time.
        }
    }

    private void leaveByHttp2() {
        try (Http2Caller caller = new Http2Caller(vertx, service, random.nextInt(3) * 1000)) {
            for (int stream = 0; stream < 5; stream++) {
                caller.ask(PATHS.get(random.nextInt(PATHS.size())), false);
            }
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> caller.begun() + caller.lost() > 0);
            caller.leave();
        }
    }

    private void awaitNobody() {
        for (String mode : List.of("sync", "async", "virtual")) {
            RequestsAtWork.awaitNoneIn(mode);
            assertThat(given().get("/q/metrics").asString())
                    .contains("newsfan_requests_at_work{mode=\"" + mode + "\"} 0.0");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(connections()).isZero());
    }

    /** Those of callers, which were accepted and have a parent. */
    private long connections() throws Exception {
        long count = 0;
        for (SingleThreadEventLoop loop : loops()) {
            Iterable<Channel> all = loop::registeredChannelsIterator;
            count += loop.submit(() -> StreamSupport.stream(all.spliterator(), false)
                            .filter(channel -> channel.parent() != null)
                            .count())
                    .get();
        }
        return count;
    }

    /** What is to happen later on the event loops, which Netty doesn't tell. */
    private int timers() throws Exception {
        Field queue = AbstractScheduledEventExecutor.class.getDeclaredField("scheduledTaskQueue");
        queue.setAccessible(true);
        int count = 0;
        for (SingleThreadEventLoop loop : loops()) {
            count += loop.submit(() -> queue.get(loop) instanceof Collection<?> tasks ? tasks.size() : 0)
                    .get();
        }
        return count;
    }

    private List<SingleThreadEventLoop> loops() {
        return StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .map(SingleThreadEventLoop.class::cast)
                .toList();
    }
}
