package dev.newsfan.lab;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** How many experiments the lab runs, as its gauge says. */
public final class ExperimentsAtWork {

    private ExperimentsAtWork() {}

    /** Waits until there are this many; it looks at once, as that is mostly so already. */
    public static void awaitNumber(int number) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(get("/q/metrics").asString())
                        .containsPattern("(?m)^newsfan_lab_at_work " + number + "\\.0$"));
    }
}
