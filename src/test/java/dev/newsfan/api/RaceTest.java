package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FewWorkersProfile.class)
class RaceTest {

    WireMock wireMock;
    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void haveASourceThatAnswersAtOnce() {
        wireMock.register(DevSource.WORLD_WIRE.answering(DevSource.WORLD_WIRE.articles()));
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
    }

    @AfterEach
    void leaveNothingBehind() {
        wireMock.resetToDefaultMappings();
        for (String mode : List.of("sync", "async", "virtual")) {
            RequestsAtWork.awaitNoneIn(mode);
        }
    }

    @Test
    void tellsWhatHappensInEachModeFromItsStartToItsSummary() throws IOException {
        try (SseReader race = new SseReader(service, "/race?sources=world-wire,raw,refused")) {
            await().until(race::ended);

            assertThat(race.events().getFirst().name()).isEqualTo("race");
            assertThat(race.events().getFirst().data().getList("modes")).isEqualTo(List.of("sync", "async", "virtual"));
            assertThat(race.events().getLast().name()).isEqualTo("end");
            for (String mode : List.of("sync", "async", "virtual")) {
                assertThat(of(mode, race, "started")).containsExactlyInAnyOrder("world-wire", "raw", "refused");
                assertThat(of(mode, race, "answered")).containsExactlyInAnyOrder("world-wire", "raw", "refused");
                var summary = race.events().stream()
                        .filter(event -> event.name().equals("summary")
                                && event.data().getString("mode").equals(mode))
                        .toList();
                assertThat(summary).singleElement().satisfies(event -> {
                    assertThat(event.data().getBoolean("complete")).isFalse();
                    assertThat(event.data().getInt("articles")).isEqualTo(11);
                });
            }
        }
    }

    @Test
    void tellsWhereTheTimeOfEachModeWent() throws IOException {
        try (SseReader race = new SseReader(service, "/race?sources=world-wire,raw")) {
            await().until(race::ended);

            assertThat(race.events().stream().filter(event -> event.name().equals("summary")))
                    .hasSize(3)
                    .allSatisfy(event -> {
                        JsonPath explain = event.data().setRootPath("explain");
                        assertThat(explain.getString("trace_id")).matches("[0-9a-f]{32}");
                        assertThat(explain.getString("step")).isEqualTo("lane");
                        assertThat(explain.getList("steps.findAll { it.step == 'call' }.source"))
                                .containsExactlyInAnyOrder("world-wire", "raw");
                        assertThat(explain.getList("steps.step"))
                                .startsWith("waiting")
                                .endsWith("merging", "writing");
                    });
        }
    }

    @Test
    void asksOneAfterAnotherInSyncModeAndAtOnceInTheOthers() throws IOException {
        try (SseReader race = new SseReader(service, "/race?sources=world-wire,raw")) {
            await().until(race::ended);

            assertThat(steps(race, "sync")).containsExactly("started", "answered", "started", "answered", "summary");
            assertThat(threads(race, "sync")).allMatch(thread -> thread.startsWith("executor-thread-"));
            assertThat(threads(race, "async")).allMatch(thread -> thread.startsWith("vert.x-eventloop-thread-"));
            assertThat(threads(race, "virtual")).allMatch(thread -> thread.startsWith("virtual-"));
        }
    }

    @Test
    void runsOnlyTheModesThatAreWanted() throws IOException {
        try (SseReader race = new SseReader(service, "/race?modes=virtual,sync&sources=raw")) {
            await().until(race::ended);

            assertThat(race.events().getFirst().data().getList("modes")).isEqualTo(List.of("sync", "virtual"));
            assertThat(of("async", race, "started")).isEmpty();
        }
    }

    @Test
    void asksASourceOnceForAllModesIfTheyMayShare() throws IOException {
        int before = raw.requests();
        for (int time = 0; time < 2; time++) {
            try (SseReader race = new SseReader(service, "/race?sources=raw&cache=true")) {
                await().until(race::ended);

                assertThat(race.events().stream()
                                .filter(event -> event.name().equals("answered"))
                                .map(event -> event.data().getString("outcome")))
                        .containsExactly("ok", "ok", "ok");
            }
        }
        assertThat(raw.requests() - before).isEqualTo(1);

        try (SseReader race = new SseReader(service, "/race?sources=raw")) {
            await().until(race::ended);
        }
        assertThat(raw.requests() - before).isEqualTo(4);
    }

    @Nested
    class BeforeItBegins {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "modes=fast         | There is no mode \"fast\"; allowed: sync, async, virtual",
                    "modes=sync,sync    | The mode \"sync\" is named twice",
                    "sources=nobody     | There is no source \"nobody\"",
                    "limit=5            | There is no parameter \"limit\"; allowed: modes, sources, cache.",
                    "cache=maybe        | The parameter \"cache\" is \"maybe\"; allowed: false, true."
                })
        void refusesBadParameters(String query, String detail) {
            var problem = problem(given().urlEncodingEnabled(false).get("/race?" + query), 400);

            assertThat(problem.getString("detail")).contains(detail);
        }

        @Test
        void takesAPermitOfEveryModeOrNone() throws IOException {
            raw.stall();
            try (SseReader one = new SseReader(service, "/race?modes=async&sources=raw");
                    SseReader two = new SseReader(service, "/race?modes=async&sources=raw")) {
                await().until(() -> raw.requests() == FewWorkersProfile.ASYNC_LIMIT);

                Response answer = given().get("/race?sources=world-wire");

                assertThat(problem(answer, 503).getString("detail")).contains("async mode");
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(RequestsAtWork.in("sync")).isEqualTo("0 of 3");
                assertThat(one.ended() || two.ended()).isFalse();
            }
        }
    }

    @Test
    void cancelsTheCallsOfAllModesWhenTheReaderGoesAway() throws IOException {
        raw.stall();
        try (LogLines log = LogLines.ofWarnings()) {
            try (SseReader race = new SseReader(service, "/race?sources=raw")) {
                await().until(() -> raw.requests() == 3);
                assertThat(race.ended()).isFalse();
            }

            await().until(() -> raw.hangUps() == 3);
            // Neither our own failures, nor exceptions that nobody was left to take.
            assertThat(log.lines()).noneMatch(line -> line.contains("raw failed") || line.contains("had to drop"));
        }
    }

    @Test
    void saysWhenTheStubsHoldItBack() throws IOException {
        try (SseReader race = new SseReader(service, "/race?sources=raw")) {
            await().until(race::ended);
            assertThat(race.events().getFirst().data().getString("note")).isNull();
        }
        try (SseReader race = new SseReader(service, "/race")) {
            await().until(() -> !race.events().isEmpty());
            assertThat(race.events().getFirst().data().getString("note"))
                    .contains("up to 21 calls at once", "about 18 answers at a time");
        }
    }

    private static List<String> of(String mode, SseReader race, String name) {
        return race.events().stream()
                .filter(event -> event.name().equals(name)
                        && event.data().getString("mode").equals(mode))
                .map(event -> event.data().getString("source"))
                .toList();
    }

    private static List<String> steps(SseReader race, String mode) {
        return race.events().stream()
                .filter(event -> mode.equals(event.data().getString("mode")))
                .map(SseReader.Event::name)
                .toList();
    }

    private static List<String> threads(SseReader race, String mode) {
        return race.events().stream()
                .filter(event -> event.name().equals("answered")
                        && mode.equals(event.data().getString("mode")))
                .map(event -> event.data().getString("thread"))
                .toList();
    }
}
