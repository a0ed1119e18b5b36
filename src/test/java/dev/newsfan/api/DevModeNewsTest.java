package dev.newsfan.api;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the first look at dev mode shows: three sources of 2 s each, the same digest, and what the waiting costs. */
@QuarkusTest
class DevModeNewsTest {

    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    @Test
    void oneAfterAnotherTakesTheSumOfTheDelaysAndAtOnceTheLargest() {
        // Side by side, to save time: seven calls at once are no more than the stubs can bear.
        Map<String, CompletableFuture<JsonPath>> answers = Stream.of("sync", "async", "virtual")
                .collect(Collectors.toMap(
                        Function.identity(), mode -> CompletableFuture.supplyAsync(() -> digest(mode), THREADS)));
        Map<String, JsonPath> digests = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().join()));

        double sync = digests.get("sync").getDouble("total_time");
        for (String atOnce : new String[] {"async", "virtual"}) {
            double total = digests.get(atOnce).getDouble("total_time");
            assertThat(sync / total).as("sync to " + atOnce).isBetween(2.2, 3.3);
            assertThat(total).isGreaterThanOrEqualTo(2);
            assertThat(digests.get(atOnce).getList("articles"))
                    .hasSize(26)
                    .isEqualTo(digests.get("sync").getList("articles"));
            assertThat(digests.get(atOnce).getInt("duplicates")).isEqualTo(4);
        }
    }

    private static JsonPath digest(String mode) {
        return json(given().get("/" + mode + "-news"), 200);
    }
}
