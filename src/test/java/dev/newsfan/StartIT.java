package dev.newsfan;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The package, started as its users start it: what it says to a wrong configuration, that it answers, how it stops. */
class StartIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path APP = TARGET.resolve("quarkus-app");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final int PATIENCE = 20;

    // Wrong configurations. Before the bar what is configured, a VARIABLE in the environment and a key in
    // config/application.properties; behind it what one line of the output says to that, in parts.

    private static final String NOTHING = """
            | No source is configured and enabled … Add one to application.properties
            | newsfan.sources.world-wire.url=https://
            | newsfan.sources.world-wire.format=newsapi
            """;

    private static final String NO_ENABLED_SOURCE = """
            newsfan.sources.a.url=https://news.example/   |
            newsfan.sources.a.format=feed                 |
            newsfan.sources.a.enabled=false               | No source is configured and enabled
            NEWSFAN_SOURCES_FOO_BAR_URL=https://x/?secret | NEWSFAN_SOURCES_FOO_BAR_URL … application.properties
            """;

    private static final String UNREADABLE_VALUES_AMONG_OTHERS = """
            newsfan.budget=abc                            | newsfan.budget … "abc" … allowed: a duration such as 500ms
            newsfan.limits.async=many                     | newsfan.limits.async … "many" … allowed: a whole number
            newsfan.sources.a.http2=maybe                 | newsfan.sources.a.http2 … "maybe" … allowed: true or false
            newsfan.lab.enabled=maybe                     | newsfan.lab.enabled … "maybe" … allowed: true or false
            newsfan.lab.limit=some                        | newsfan.lab.limit … "some" … allowed: a whole number
            newsfan.sources.a.max-size=big                | newsfan.sources.a.max-size … "big" … allowed: a number of
            newsfan.heartbeat=0s                          | newsfan.heartbeat … "0s" … allowed: 1ms to 10m
            newsfan.heartbeet=1s                          | newsfan.heartbeet is no key … newsfan.heartbeat,
            """;

    private static final String VALUES_AND_KEYS_THAT_ARE_NOT_ALLOWED = """
            newsfan.budget=0s                             | newsfan.budget … "0s" … allowed: 1ms to 10m
            newsfan.limits.async=0                        | newsfan.limits.async … "0" … allowed: 1 to 1000000
            newsfan.sources.a.url=ftp://x.example/?secret | newsfan.sources.a.url … "ftp://x.example/ … http or https
            newsfan.sources.a.format=atom                 | newsfan.sources.a.format … "atom" … json-feed, newsapi
            newsfan.sources.b.url=https://news.example/   | newsfan.sources.b.format is missing … json-feed, newsapi
            newsfan.budgett=10s                           | newsfan.budgett is no key … allowed: newsfan.budget,
            newsfan.sources.a.urll=https://x/?secret      | newsfan.sources.a.urll is no key … newsfan.sources.NAME.
            """;

    private static final String WRONG_LAB = """
            newsfan.sources.a.url=https://news.example/   |
            newsfan.sources.a.format=feed                 |
            newsfan.lab.limit=0                           | newsfan.lab.limit is "0"; allowed: 1 to 1000000
            newsfan.lab.fan-out=ftp://x.example/?secret   | newsfan.lab.fan-out has "ftp://x.example/ … paths of the service
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Process service;

    @BeforeAll
    static void thePackageIsThere() throws IOException {
        assertThat(Path.of(artifact())).as("what ./mvnw package makes").isRegularFile();
    }

    @AfterEach
    void leaveNoProcessBehind() throws InterruptedException {
        client.shutdownNow();
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    static Stream<Arguments> wrongConfigurations() {
        return Stream.of(
                arguments("nothing", NOTHING),
                arguments("no enabled source, and a variable of none", NO_ENABLED_SOURCE),
                arguments("values that can't be read among others", UNREADABLE_VALUES_AMONG_OTHERS),
                arguments("values and keys that are not allowed", VALUES_AND_KEYS_THAT_ARE_NOT_ALLOWED),
                arguments("a wrong lab", WRONG_LAB));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongConfigurations")
    void aWrongConfigurationEndsTheStartAndIsExplained(String name, String table) throws Exception {
        List<String[]> rows =
                table.lines().map(line -> line.split("\\s*\\|\\s*", 2)).toList();

        start(rows.stream().map(row -> row[0]));

        assertThat(service.waitFor(PATIENCE, SECONDS)).as("ends by itself").isTrue();
        assertThat(service.exitValue()).isNotZero();
        assertThat(output()).doesNotContain("\tat ", "secret");
        for (String[] row : rows) {
            assertThat(output()).containsPattern(inOneLine(row[1]));
        }
    }

    @Test
    void aRightConfigurationAnswersAlsoBesideTheVariablesOfKubernetes() throws Exception {
        try (Upstream upstream = new Upstream()) {
            upstream.release();
            start(Stream.of(
                    "newsfan.sources.a.url=" + upstream.url(),
                    "newsfan.sources.a.format=json-feed",
                    "NEWSFAN_SERVICE_HOST=10.0.0.7",
                    "NEWSFAN_PORT=tcp://10.0.0.7:80",
                    "NEWSFAN_PORT_80_TCP_ADDR=10.0.0.7"));

            HttpResponse<String> answer = ask("/async-news").get(PATIENCE, SECONDS);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(Upstream.TITLE);
            assertThat(output()).doesNotContain("WARN", "ERROR");
            // The lab is for those who ask for it.
            assertThat(ask("/lab").get(PATIENCE, SECONDS).statusCode()).isEqualTo(404);
            assertThat(ask("/lab/async/wait").get(PATIENCE, SECONDS).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoOpensTheLabIsWarned() throws Exception {
        start(Stream.of(
                "newsfan.sources.a.url=https://news.example/",
                "newsfan.sources.a.format=feed",
                "newsfan.lab.enabled=true"));

        assertThat(ask("/lab").get(PATIENCE, SECONDS).body()).contains("</html>");
        assertThat(ask("/lab/async/wait?seconds=0.001").get(PATIENCE, SECONDS).statusCode())
                .isEqualTo(200);
        assertThat(output()).containsPattern(inOneLine("WARN … The lab is open … freeze this service"));
    }

    @Test
    void tooFewConnectionsAreWarnedOfWithTheArithmetic() throws Exception {
        start(Stream.of(
                "newsfan.sources.a.url=https://news.example/",
                "newsfan.sources.a.format=feed",
                "newsfan.sources.a.connections=7",
                "newsfan.limits.sync=100"));

        awaitOutput("Listening on");

        assertThat(output())
                .containsPattern(inOneLine("WARN … Calls to a will queue silently: its 7 connections … "
                        + "sync 100 + async 1000 + virtual 1000 = 2100 requests, so up to 2093 wait in line"));
    }

    @Test
    void requestsAtWorkMayEndWhenTheServiceIsToldToStop() throws Exception {
        try (Upstream upstream = new Upstream()) {
            start(Stream.of(
                    "newsfan.sources.a.url=" + upstream.url(),
                    "newsfan.sources.a.format=json-feed",
                    "newsfan.sources.a.timeout=10s"));
            assumeTrue(service.supportsNormalTermination(), "where a process can be told to stop");
            var answers = Stream.of("/sync-news", "/async-news", "/virtual-news")
                    .map(this::ask)
                    .toList();
            await().atMost(PATIENCE, SECONDS).until(upstream::requests, requests -> requests == answers.size());

            service.destroy();
            awaitOutput("Waiting for HTTP requests to complete");
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            for (String newcomer : List.of("/async-news", "/race", "/stream-news")) {
                HttpResponse<String> refused = ask(newcomer).get(PATIENCE, SECONDS);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(ask("/q/health/ready").get(PATIENCE, SECONDS).statusCode())
                    .isEqualTo(503);
            upstream.release();

            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(PATIENCE, SECONDS).statusCode()).isEqualTo(200);
                assertThat(answer.get().body()).contains(Upstream.TITLE);
            }
            assertThat(service.waitFor(PATIENCE, SECONDS)).as("ends by itself").isTrue();
            assertThat(output()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void theStubsOfDevModeAreNoPartOfIt() throws IOException {
        assumeFalse(isNative(), "where a package has parts");
        try (Stream<Path> files = Files.walk(APP)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("io.quarkus.quarkus-rest-"))
                    .noneMatch(name -> name.contains("wiremock"));
        }
    }

    /** What was packaged: a jar, or with {@code -Dnative} an executable. */
    private static String artifact() throws IOException {
        return TARGET.resolve(packaged().getProperty("path")).toString();
    }

    private static boolean isNative() throws IOException {
        return packaged().getProperty("type").equals("native");
    }

    private static Properties packaged() throws IOException {
        var packaged = new Properties();
        try (Reader file = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            packaged.load(file);
        }
        return packaged;
    }

    private List<String> command() throws IOException {
        String temporary = "-Djava.io.tmpdir=" + folder;
        return isNative() ? List.of(artifact(), temporary) : List.of(JAVA.toString(), temporary, "-jar", artifact());
    }

    /** @param configuration lines such as {@code key=value} and {@code VARIABLE=value} */
    private void start(Stream<String> configuration) throws IOException {
        var java = new ProcessBuilder(command())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("NEWSFAN_") || name.startsWith("QUARKUS_"));
        StringBuilder properties = new StringBuilder("quarkus.http.host=localhost\nquarkus.http.port=0\n");
        configuration.forEach(line -> {
            if (line.startsWith("NEWSFAN_")) {
                String[] variable = line.split("=", 2);
                java.environment().put(variable[0], variable[1]);
            } else {
                properties.append(line).append('\n');
            }
        });
        Files.writeString(
                Files.createDirectory(folder.resolve("config")).resolve("application.properties"), properties);
        service = java.start();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        awaitOutput("Listening on");
        String url = LISTENING
                .matcher(output())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return client.sendAsync(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    private void awaitOutput(String text) {
        await().atMost(PATIENCE, SECONDS)
                .untilAsserted(() -> assertThat(output()).contains(text));
    }

    private static Pattern inOneLine(String parts) {
        return Pattern.compile(Stream.of(parts.split(" … ")).map(Pattern::quote).collect(joining(".*")));
    }

    private String output() {
        try {
            // Lenient, as the last character may be half written yet.
            return new String(Files.readAllBytes(folder.resolve("output")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source that holds its answers back until it is told to release them. */
    private static final class Upstream implements AutoCloseable {

        static final String TITLE = "Ferry named after its cook";
        private static final byte[] FEED = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
                  {"id": "1", "url": "https://a.example/ferry", "title": "%s", "date_published": "2026-11-20T04:32:00Z"}
                ]}""".formatted(TITLE).getBytes(StandardCharsets.UTF_8);

        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final AtomicInteger requests = new AtomicInteger();
        private final CountDownLatch released = new CountDownLatch(1);

        Upstream() throws IOException {
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            requests.incrementAndGet();
            try (exchange) {
                released.await();
                exchange.getResponseHeaders().set("Content-Type", "application/feed+json");
                exchange.sendResponseHeaders(200, FEED.length);
                exchange.getResponseBody().write(FEED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort() + "/feed.json";
        }

        int requests() {
            return requests.get();
        }

        void release() {
            released.countDown();
        }

        @Override
        public void close() {
            release();
            server.stop(0);
        }
    }
}
