package dev.newsfan.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source's last call went, as anyone may know it.
 *
 * @param outcome {@code ok}, {@code timeout} or {@code error}
 * @param at when it ended
 * @param elapsed how long it took
 * @param articles how many articles fit to print it brought; empty if it failed
 * @param dropped how many that are not
 * @param code why it failed, in one word; empty if it didn't
 * @param reason the same in a sentence
 */
@JsonInclude(Include.NON_ABSENT)
public record LastCall(
        String outcome,
        Instant at,
        Duration elapsed,
        Optional<Integer> articles,
        Optional<Integer> dropped,
        Optional<String> code,
        Optional<String> reason) {

    static LastCall ok(Instant at, Duration elapsed, FetchResult result) {
        return new LastCall(
                "ok",
                at,
                elapsed,
                Optional.of(result.articles().size()),
                Optional.of(result.dropped()),
                Optional.empty(),
                Optional.empty());
    }

    static LastCall failed(Instant at, Duration elapsed, FailureReason reason) {
        return new LastCall(
                reason.isTimeout() ? "timeout" : "error",
                at,
                elapsed,
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason.code()),
                Optional.of(reason.words()));
    }
}
