package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who don't take what they asked for, or don't ask: they keep a place for as long as is allowed, and no longer. */
@QuarkusTest
@Tag("long")
@TestProfile(StingyCallersProfile.class)
class StingyCallersTest {

    private static final List<String> MODES = List.of("sync", "async", "virtual");
    private static final int STREAMS = StingyCallersProfile.LIMIT / 2;

    /** Far more than 64 KB as a digest. */
    private static final String LARGE = RawUpstream.feed(IntStream.range(0, 200)
            .mapToObj(number -> """
                    {"id": "1", "title": "Long", "url": "https://raw.example/%d", "summary": "%s"}\
                    """.formatted(number, "All of this is to be read. ".repeat(18)))
            .toArray(String[]::new));

    WireMock wireMock;
    RawUpstream raw;

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveALargeAnswer() {
        raw.answer(LARGE);
        wireMock.register(DevSource.WORLD_WIRE.answering(DevSource.WORLD_WIRE.articles()));
    }

    private final LogLines log = LogLines.ofWarnings();

    @AfterEach
    void leaveNothingBehind() {
        wireMock.resetToDefaultMappings();
        MODES.forEach(RequestsAtWork::awaitNoneIn);
        log.close();
        assertThat(log.lines()).isEmpty();
    }

    private static void awaitFullHouseIn(String mode) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> RequestsAtWork.in(mode).startsWith(StingyCallersProfile.LIMIT + " of "));
    }

    @Nested
    class WhoTakeNothingOverHttp2 {

        @ParameterizedTest
        @ValueSource(strings = {"sync", "async", "virtual"})
        void loseTheirPlacesAndStopNobodyElse(String mode) {
            String other = mode.equals("async") ? "virtual" : "async";
            try (Http2Caller one = new Http2Caller(vertx, service, 0);
                    Http2Caller two = new Http2Caller(vertx, service, 0)) {
                for (int stream = 0; stream < STREAMS; stream++) {
                    one.ask("/" + mode + "-news?sources=raw&limit=200", false);
                    two.ask("/" + mode + "-news?sources=raw&limit=200", false);
                }
                awaitFullHouseIn(mode);

                assertThat(given().get("/q/metrics").statusCode()).isEqualTo(200);
                assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
                json(given().get("/" + other + "-news?sources=world-wire"), 200);

                RequestsAtWork.awaitNoneIn(mode);
                await().until(() -> one.lost() + two.lost() == 2 * STREAMS);
                assertThat(one.connections() + two.connections()).isEqualTo(2);
            }
            json(given().get("/" + mode + "-news?sources=world-wire"), 200);
        }

        @Test
        void loseWhateverTheyAskedForAndKeepTheConnection() {
            atTheSameTime(
                    this::loseItAndKeepTheConnection,
                    "/",
                    "/q/openapi",
                    "/q/metrics",
                    "/sources",
                    "/nothing-here",
                    "/stream-news?sources=raw",
                    "/race?sources=raw");
        }

        private void loseItAndKeepTheConnection(String path) {
            try (Http2Caller caller = new Http2Caller(vertx, service, 0)) {
                caller.ask(path, false);
                await(path).until(() -> caller.begun() == 1);

                await(path).until(() -> caller.lost() == 1);

                caller.ask("/", false);
                await(path).until(() -> caller.begun() == 2);
                assertThat(caller.connections()).as(path).isOne();
            }
        }
    }

    /** Each of them waits for seconds, and for nobody else. */
    private static void atTheSameTime(Consumer<String> deed, String... paths) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(paths)
                    .map(path -> CompletableFuture.runAsync(() -> deed.accept(path), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void thoseTooManyAreToldAtOnceAndTheOthersServed(String mode) throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        raw.answer(out -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.write(LARGE.getBytes(StandardCharsets.UTF_8));
        });
        String path = "/" + mode + "-news?sources=raw";
        var answers = ConcurrentClients.ask(service, path, 2 * StingyCallersProfile.LIMIT);
        await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == StingyCallersProfile.LIMIT);

        // Who is refused costs about what a request costs of which nobody asks anything.
        assertThat(medianMillis(path, 503)).isLessThan(10 + 3 * medianMillis("/q/health/live", 200));
        mayAnswer.countDown();
        assertThat(answers.stream().map(answer -> answer.join().statusCode()))
                .hasSize(2 * StingyCallersProfile.LIMIT)
                .containsOnly(200, 503)
                .filteredOn(status -> status == 200)
                .hasSize(StingyCallersProfile.LIMIT);
    }

    private double medianMillis(String path, int status) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
            double[] millis = new double[201];
            for (int asked = 0; asked < millis.length; asked++) {
                long before = System.nanoTime();
                assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(status);
                millis[asked] = (System.nanoTime() - before) / 1e6;
            }
            Arrays.sort(millis);
            return millis[millis.length / 2];
        }
    }

    @Nested
    class WhoTakeABitNowAndThen {

        @Test
        void loseTheAnswerThoughTheyGoOnReading() {
            atTheSameTime(
                    this::loseIt,
                    "/sync-news?sources=raw&limit=200",
                    "/async-news?sources=raw&limit=200",
                    "/q/openapi");
        }

        private void loseIt(String path) {
            try (Http2Caller caller = new Http2Caller(vertx, service, 100)) {
                caller.ask(path, true);
                await(path).until(() -> caller.begun() == 1);

                await(path).atMost(Duration.ofSeconds(20)).until(() -> caller.lost() == 1);
                assertThat(caller.complete()).as(path).isZero();
            }
        }
    }

    @Nested
    class WhoTakeNothingOverHttp1 {

        private final List<Socket> sockets = new ArrayList<>();

        @AfterEach
        void hangUp() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }

        private Socket connect() throws IOException {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            return socket;
        }

        private static void send(Socket socket, String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static String get(String path) {
            return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        }

        /** More at once than the buffers of the operating system hold. */
        @ParameterizedTest
        @ValueSource(
                strings = {"/sync-news?sources=raw&limit=200", "/async-news?sources=raw&limit=200", "/q/openapi", "/"})
        void loseTheConnection(String path) throws IOException {
            Socket socket = connect();
            send(socket, get(path).repeat(400));

            awaitEnd(socket);
        }

        /** One for each connection, however much is asked by it. */
        @ParameterizedTest
        @ValueSource(strings = {"sync", "async", "virtual"})
        void keepTheirPlacesWhileTheirAnswersWait(String mode) throws IOException {
            for (int caller = 0; caller < 10; caller++) {
                send(connect(), get("/" + mode + "-news?sources=raw&limit=200").repeat(100));
            }
            // Some bytes of each have been taken, by the operating system; then no more are, and that is the end.
            await().pollInterval(Duration.ofMillis(20))
                    .until(() -> RequestsAtWork.in(mode).startsWith("10 of "));
            RequestsAtWork.awaitNoneIn(mode);
        }

        @Test
        void areAnsweredInTurnHoweverManyTheyAskAtOnce() throws IOException {
            Socket socket = connect();
            send(socket, get("/sources").repeat(2_000));
            send(socket, get("/nothing").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("200 OK", -1)).hasSize(2_000 + 1);
            assertThat(answers).contains("404 Not Found");
        }

        @Test
        void loseTheConnectionBeforeTheyHaveAsked() throws IOException {
            Socket silent = connect();
            Socket slow = connect();
            send(slow, "GET / HTTP/1.1\r\nHost: loc");

            awaitEnd(silent);
            awaitEnd(slow);
        }

        @Test
        void loseTheConnectionWhenTheyAskNoMore() throws IOException {
            Socket socket = connect();
            send(socket, get("/q/health/live"));
            send(socket, "GET /q/health/live HT");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .containsOnlyOnce("200 OK");
        }

        @Test
        void loseTheConnectionIfTheirBodyDoesNotEnd() throws IOException {
            Socket socket = connect();
            send(socket, "POST /async-news HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("405 Method Not Allowed");
        }

        @Test
        void areToldThatTheirAddressIsTooLong() throws IOException {
            Socket socket = connect();
            send(socket, get("/" + "a".repeat(5000)));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains(" 414 ");
        }

        @Test
        void areToldThatTheirHeadIsTooLong() throws IOException {
            Socket socket = connect();
            send(socket, get("/").replace("\r\n\r\n", "\r\nX: " + "a".repeat(30_000) + "\r\n\r\n"));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains(" 431 ");
        }

        @Test
        void areNotCutOffWhileTheyWaitForSources() throws IOException {
            raw.answer(out -> {
                await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
                out.write(LARGE.getBytes(StandardCharsets.UTF_8));
            });
            Socket socket = connect();
            send(socket, get("/async-news?sources=raw").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("200 OK", "\"complete\":true");
        }

        @Test
        void doNotKeepOthersOutByTheThousand() throws IOException {
            for (int idle = 0; idle < 1000; idle++) {
                connect();
            }
            json(given().get("/async-news?sources=world-wire"), 200);

            List<Socket> left = new ArrayList<>(sockets);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                left.removeIf(WhoTakeNothingOverHttp1::hasEnded);
                return left.isEmpty();
            });
        }

        /** Reads nothing, but notices what the other side does. */
        private static void awaitEnd(Socket socket) {
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> hasEnded(socket));
        }

        private static boolean hasEnded(Socket socket) {
            try {
                // Urgent data that nobody there looks at; a connection that is reset refuses it.
                socket.sendUrgentData(0);
                return false;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
