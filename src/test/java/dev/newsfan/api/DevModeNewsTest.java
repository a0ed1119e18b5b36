package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the first look at dev mode shows: three sources of 2 s each, the same digest, and what the waiting costs. */
@QuarkusTest
@Tag("long")
class DevModeNewsTest {

    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    private static final List<String> MODES = List.of("sync", "async", "virtual");

    /** What a mode's first request takes longer than others would count against those that take 2 s, not 6 s. */
    @BeforeEach
    void warmUp() {
        askEach("?sources=world-wire");
    }

    @Test
    void sequentialTakesTheSumOfTheDelaysAndConcurrentTheLargest() {
        Map<String, JsonPath> digests = askEach("");

        double sync = digests.get("sync").getDouble("total_time");
        for (String concurrent : List.of("async", "virtual")) {
            double total = digests.get(concurrent).getDouble("total_time");
            assertThat(sync / total).as("sync to " + concurrent).isBetween(2.2, 3.3);
            assertThat(total).isGreaterThanOrEqualTo(2);
            assertThat(digests.get(concurrent).getList("articles"))
                    .hasSize(26)
                    .isEqualTo(digests.get("sync").getList("articles"));
            assertThat(digests.get(concurrent).getInt("duplicates")).isEqualTo(4);
        }
    }

    /** Side by side, to save time: seven calls at once are no more than the stubs can bear. */
    private static Map<String, JsonPath> askEach(String query) {
        Map<String, CompletableFuture<JsonPath>> answers = MODES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        mode -> CompletableFuture.supplyAsync(() -> digest(mode, query), THREADS)));
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().join()));
    }

    private static JsonPath digest(String mode, String query) {
        return json(given().get("/" + mode + "-news" + query), 200);
    }
}
