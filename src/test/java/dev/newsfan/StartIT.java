package dev.newsfan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The package, started as its users start it: what it says to a wrong configuration, that it answers, how it stops. */
class StartIT {

    @BeforeAll
    static void thePackageIsThere() throws IOException {
        assertThat(PackagedService.artifact()).as("what ./mvnw package makes").isRegularFile();
    }

    @Nested
    class AWrongConfiguration {

        // Wrong configurations. Before the bar what is configured, a VARIABLE in the environment and a key in
        // config/application.properties; behind it what one line of the output says to that, in parts.

        private static final String NOTHING = """
                | No source is configured and enabled … Add one to application.properties
                | newsfan.sources.world-wire.url=https://
                | newsfan.sources.world-wire.headers.X-Api-Key=
                """;

        private static final String NO_ENABLED_SOURCE_AND_TOO_SHORT_A_STOP = """
                newsfan.sources.a.url=https://news.example/   |
                newsfan.sources.a.format=feed                 |
                newsfan.sources.a.enabled=false               | No source is configured and enabled
                NEWSFAN_SOURCES_FOO_BAR_URL=https://x/?secret | NEWSFAN_SOURCES_FOO_BAR_URL … application.properties
                NEWSFAN_BUDGET=20s                            |
                newsfan.write-timeout=5s                      |
                quarkus.shutdown.timeout=24s                  | quarkus.shutdown.timeout is "24s"; allowed: at least 25s
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
                newsfan.sources.b.order=1                     | newsfan.sources.b.url is missing … http or https
                newsfan.sources.c.url=https://x/?k=secret     |
                newsfan.sources.c.params.k=secret             | newsfan.sources.c.params.k is in the query of newsfan.sources.c.url, too
                newsfan.lab.limit=0                           | newsfan.lab.limit is "0"; allowed: 1 to 1000000
                newsfan.lab.fan-out=ftp://x.example/?secret   | newsfan.lab.fan-out has "ftp://x.example/ … paths of the service
                newsfan.budgett=10s                           | newsfan.budgett is no key … allowed: newsfan.access-log,
                newsfan.sources.a.urll=https://x/?secret      | newsfan.sources.a.urll is no key … newsfan.sources.NAME.
                """;

        static Stream<Arguments> wrongConfigurations() {
            return Stream.of(
                    arguments("nothing", NOTHING),
                    arguments(
                            "no enabled source, a variable of none, too short a stop",
                            NO_ENABLED_SOURCE_AND_TOO_SHORT_A_STOP),
                    arguments("values that can't be read among others", UNREADABLE_VALUES_AMONG_OTHERS),
                    arguments("values and keys that are not allowed", VALUES_AND_KEYS_THAT_ARE_NOT_ALLOWED));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("wrongConfigurations")
        void endsTheStartAndIsExplained(String name, String table, @TempDir Path folder) throws Exception {
            List<String[]> rows =
                    table.lines().map(line -> line.split("\\s*\\|\\s*", 2)).toList();
            String[] configuration = rows.stream().map(row -> row[0]).toArray(String[]::new);

            try (PackagedService service = PackagedService.start(folder, configuration)) {
                assertThat(service.awaitExit()).isNotZero();
                assertThat(service.output()).doesNotContain("\tat ", "secret");
                for (String[] row : rows) {
                    assertThat(service.output()).containsPattern(inOneLine(row[1]));
                }
            }
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class ARightConfiguration {

        private HeldUpstream upstream;
        private PackagedService service;

        @BeforeAll
        void startBesideTheVariablesOfKubernetes(@TempDir Path folder) throws IOException {
            upstream = new HeldUpstream();
            upstream.release();
            service = PackagedService.start(
                    folder,
                    "newsfan.sources.a.url=" + upstream.url(),
                    "newsfan.sources.a.format=json-feed",
                    "NEWSFAN_SERVICE_HOST=10.0.0.7",
                    "NEWSFAN_PORT=tcp://10.0.0.7:80",
                    "NEWSFAN_PORT_80_TCP_ADDR=10.0.0.7");
        }

        @AfterAll
        void stop() throws InterruptedException {
            service.close();
            upstream.close();
        }

        @Test
        void answersAndWarnsOfNothing() {
            HttpResponse<String> answer = service.ask("/async-news").join();

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(HeldUpstream.TITLE);
            assertThat(service.output()).doesNotContain("WARN", "ERROR");
        }

        @Test
        void keepsTheLabForThoseWhoAskForIt() {
            assertThat(service.ask("/lab").join().statusCode()).isEqualTo(404);
            assertThat(service.ask("/lab/async/wait").join().statusCode()).isEqualTo(404);
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class ARiskyConfiguration {

        private PackagedService service;

        @BeforeAll
        void startWithTheLabAndTooFewConnections(@TempDir Path folder) throws IOException {
            service = PackagedService.start(
                    folder,
                    "newsfan.sources.a.url=https://news.example/",
                    "newsfan.sources.a.format=feed",
                    "newsfan.sources.a.connections=7",
                    "newsfan.limits.sync=100",
                    "newsfan.lab.enabled=true");
        }

        @AfterAll
        void stop() throws InterruptedException {
            service.close();
        }

        @Test
        void opensTheLabAndWarnsOfIt() {
            assertThat(service.ask("/lab").join().body()).contains("</html>");
            assertThat(service.ask("/lab/async/wait?seconds=0.001").join().statusCode())
                    .isEqualTo(200);
            assertThat(service.output()).containsPattern(inOneLine("WARN … The lab is open … freeze this service"));
        }

        @Test
        void tellsWhereCallsMayWaitForAConnection() {
            service.awaitOutput("Listening on");

            assertThat(service.output())
                    .containsPattern(inOneLine("INFO … sync 100 + async 1000 + virtual 1000 = 2100 requests. … "
                            + "wait in line within their budget … : a 7"));
        }
    }

    @Nested
    class TheProfileReal {

        /** It is not asked for news, as that would ask others. */
        @Test
        void hasRealSourcesAndIsPolite(@TempDir Path folder) throws Exception {
            try (PackagedService service = PackagedService.start(folder, "-Dquarkus.profile=prod,real")) {
                JsonPath sources = new JsonPath(service.ask("/sources").join().body());

                assertThat(sources.getList("sources.name"))
                        .hasSizeGreaterThan(12)
                        .contains("bbc-news", "hacker-news")
                        .doesNotContain("world-wire");
                assertThat(sources.getList("sources.state.rate_left", Integer.class))
                        .hasSameSizeAs(sources.getList("sources"))
                        .allSatisfy(left -> assertThat(left).isPositive());
                assertThat(sources.getBoolean("cached")).isTrue();
                assertThat(service.output()).doesNotContain("WARN", "ERROR");
            }
        }
    }

    @Nested
    @Tag("long")
    class AServiceThatIsToldToStop {

        /** Returns when all of them are at work. */
        private List<CompletableFuture<HttpResponse<String>>> askInEachMode(
                PackagedService service, HeldUpstream upstream) {
            var answers = Stream.of("/sync-news", "/async-news", "/virtual-news")
                    .map(service::ask)
                    .toList();
            await().atMost(PackagedService.PATIENCE).until(upstream::requests, requests -> requests == answers.size());
            return answers;
        }

        @Test
        void letsRequestsAtWorkEndAndNobodyElseIn(@TempDir Path folder) throws Exception {
            try (HeldUpstream upstream = new HeldUpstream();
                    PackagedService service = PackagedService.start(
                            folder,
                            "newsfan.sources.a.url=" + upstream.url(),
                            "newsfan.sources.a.format=json-feed",
                            "newsfan.sources.a.share=false",
                            "newsfan.sources.a.timeout=10s")) {
                assumeTrue(service.canBeToldToStop(), "where a process can be told to stop");
                var answers = askInEachMode(service, upstream);

                service.tellToStop();
                service.awaitOutput("Waiting for HTTP requests to complete");
                assertThat(answers).noneMatch(CompletableFuture::isDone);
                assertThatNewcomersAreRefused(service);
                upstream.release();

                assertThat(answers).extracting(CompletableFuture::join).allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).contains(HeldUpstream.TITLE);
                });
                service.awaitExit();
                assertThat(service.output()).doesNotContain("WARN", "ERROR");
            }
        }

        @Test
        void givesRequestsAllOfTheirBudget(@TempDir Path folder) throws Exception {
            try (HeldUpstream upstream = new HeldUpstream();
                    PackagedService service = PackagedService.start(
                            folder,
                            "newsfan.budget=3s",
                            "newsfan.write-timeout=1ms",
                            "newsfan.sources.a.url=" + upstream.url(),
                            "newsfan.sources.a.format=json-feed",
                            "newsfan.sources.a.share=false",
                            "newsfan.sources.a.timeout=10s")) {
                assumeTrue(service.canBeToldToStop(), "where a process can be told to stop");
                var answers = askInEachMode(service, upstream);

                service.tellToStop();

                assertThat(answers).extracting(CompletableFuture::join).allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(504);
                    assertThat(answer.body())
                            .contains("\"outcome\":\"timeout\"")
                            .endsWith("}");
                });
                service.awaitExit();
            }
        }

        private void assertThatNewcomersAreRefused(PackagedService service) {
            for (String newcomer : List.of("/async-news", "/race", "/stream-news")) {
                HttpResponse<String> refused = service.ask(newcomer).join();
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(service.askManagement("/q/health/ready").join().statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void theStubsOfDevModeAreNoPartOfIt() throws IOException {
        assumeFalse(PackagedService.isNative(), "where a package has parts");
        try (Stream<Path> files = Files.walk(PackagedService.artifact().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("io.quarkus.quarkus-rest-"))
                    .noneMatch(name -> name.contains("wiremock"));
        }
    }

    private static Pattern inOneLine(String parts) {
        return Pattern.compile(Stream.of(parts.split(" … ")).map(Pattern::quote).collect(joining(".*")));
    }
}
