package dev.newsfan.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/**
 * A caller who is back.
 *
 * @param caller counted from 1
 * @param status of the answer; 0 if there was none
 * @param started when the caller left, counted from the first who did
 * @param elapsed until the answer was read
 * @param line how long it waited inside the service until its own wait began; empty if it failed
 * @param thread where the service waited
 * @param reason why it failed
 */
@JsonInclude(Include.NON_ABSENT)
@RegisterForReflection
record Returned(
        int caller,
        int status,
        Duration started,
        Duration elapsed,
        @JsonInclude(Include.ALWAYS) Optional<Duration> line,
        @JsonInclude(Include.ALWAYS) Optional<String> thread,
        Optional<String> reason) {

    static Returned failed(int caller, Duration started, Duration back, Throwable e) {
        return new Returned(
                caller,
                0,
                started,
                back.minus(started),
                Optional.empty(),
                Optional.empty(),
                Optional.of("no answer: " + e.getMessage()));
    }
}
