package dev.newsfan.lab.callers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * A caller who is back.
 *
 * @param caller counted from 1
 * @param status of the answer; 0 if there was none
 * @param started when the caller left
 * @param elapsed until the answer was read
 * @param line how long it waited inside the service until its own wait began; empty if it failed
 * @param thread where the service waited
 * @param reason why it failed
 */
@JsonInclude(Include.NON_ABSENT)
@RegisterForReflection
record CallerResult(
        int caller,
        int status,
        Duration started,
        Duration elapsed,
        @JsonInclude(Include.ALWAYS) Optional<Duration> line,
        @JsonInclude(Include.ALWAYS) Optional<String> thread,
        Optional<String> reason) {

    /** @param answer of the wait, or a problem */
    static CallerResult of(int caller, int status, Duration started, Duration back, JsonObject answer) {
        return new CallerResult(
                caller,
                status,
                started,
                back.minus(started),
                Optional.ofNullable(answer.getDouble("line")).map(line -> Duration.ofNanos(Math.round(line * 1e9))),
                Optional.ofNullable(answer.getString("thread")),
                Optional.ofNullable(answer.getString("detail")));
    }

    Duration end() {
        return started.plus(elapsed);
    }
}
