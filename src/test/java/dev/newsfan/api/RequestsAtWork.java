package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many requests a mode holds, as the service itself says. */
final class RequestsAtWork {

    private RequestsAtWork() {}

    /** Such as {@code 1 of 200}. Read by a pattern, as it is asked so often that a JSON path would cost the tests a minute. */
    static String in(String mode) {
        String health = Management.get("/q/health/ready");
        Matcher found =
                Pattern.compile("\"" + mode + "_at_work\":\\s*\"([^\"]*)\"").matcher(health);
        return found.find() ? found.group(1) : health;
    }

    /** Waits until a mode holds no request; it looks at once, as there usually is none. */
    static void awaitNoneIn(String mode) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(in(mode)).startsWith("0 of "));
    }
}
