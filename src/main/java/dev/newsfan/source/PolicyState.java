package dev.newsfan.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.newsfan.policy.Backoff;
import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RateLimit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policies of a source hold at one moment, as anyone may know it.
 *
 * @param answer what is kept of its usual answer
 * @param age how long ago that was fetched, or was said to hold still; empty if nothing is kept
 * @param breaker the word of its {@link Breaker.State}; closed if it has none
 * @param retryAfter how long it is left alone; empty if it isn't
 * @param rateLeft how many calls its rate still allows at once; empty if it has none
 * @param calls how many calls have been made to it since the start
 */
@JsonInclude(Include.NON_ABSENT)
public record PolicyState(
        Answer answer,
        Optional<Duration> age,
        String breaker,
        Optional<Duration> retryAfter,
        Optional<Long> rateLeft,
        long calls) {

    /** What they hold now. */
    static PolicyState of(
            Freshness freshness,
            Optional<Breaker> breaker,
            Optional<Backoff> backoff,
            Optional<RateLimit> rateLimit,
            long calls) {
        Optional<Duration> age = freshness.age();
        Optional<Duration> leftAlone = Stream.of(breaker.map(Breaker::leftAlone), backoff.map(Backoff::leftAlone))
                .flatMap(Optional::stream)
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
        return new PolicyState(
                age.map(kept -> freshness.isFresh(Question.NONE) ? Answer.FRESH : Answer.OLD)
                        .orElse(Answer.NONE),
                age,
                breaker.map(Breaker::state).orElse(Breaker.State.CLOSED).word(),
                leftAlone,
                rateLimit.map(limit -> (long) limit.left()),
                calls);
    }

    /** What is kept of a source's answer. */
    public enum Answer {
        /** One that serves without the source being asked. */
        FRESH,
        /** One whose freshness is over, or that never had any. */
        OLD,
        /** Nothing. */
        NONE;

        /** Its name in answers. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
