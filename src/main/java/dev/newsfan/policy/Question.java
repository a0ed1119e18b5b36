package dev.newsfan.policy;

import dev.newsfan.timeline.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a request asks of its sources, beyond what each source's URL says by itself, and what is known of it on the way there.
 *
 * @param parameters query parameters that are added to the URL's own, in no particular order; never null
 * @param again whether it has been asked before and got no answer: it then takes a new connection
 * @param freshFor how old an answer may be even if the configuration wants it newer; zero if the configuration has the say
 * @param known an earlier answer with validators: the source may say that it still holds (RFC 9110, section 13)
 * @param deadline when the time is over that the source has for it, in nanoseconds of {@link Timing#nanos()}; who cancels it later
 *     does so because it has missed that. {@link #NO_DEADLINE} if there is none
 * @param raw whether the answer is wanted as it came, too, to be handed on
 * @param step is told what is done for it
 */
public record Question(
        Map<String, String> parameters,
        boolean again,
        Duration freshFor,
        Optional<SourceAnswer> known,
        long deadline,
        boolean raw,
        Step step) {

    /** For who waits as long as it takes. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** Nothing: the URL is asked as it is. */
    public static final Question NONE = new Question(Map.of());

    /** A question that hasn't been asked yet. */
    public Question(Map<String, String> parameters) {
        this(parameters, false, Duration.ZERO, Optional.empty(), NO_DEADLINE, false, Step.NONE);
    }

    public Question {
        parameters = Map.copyOf(parameters);
    }

    /** The same, asked for the second time. */
    public Question onceMore() {
        return new Question(parameters, true, freshFor, known, deadline, raw, step);
    }

    /** The same, to which an answer may be as old as this. */
    public Question freshFor(Duration time) {
        return new Question(parameters, again, time, known, deadline, raw, step);
    }

    /** The same for who has an answer already, and wants to know whether it still holds. */
    public Question knowing(Optional<SourceAnswer> answer) {
        return new Question(parameters, again, freshFor, answer, deadline, raw, step);
    }

    /** The same for who hands the answer on. */
    public Question keepingRaw() {
        return new Question(parameters, again, freshFor, known, deadline, true, step);
    }

    /** The same with this much time from now on. */
    public Question within(Duration time, Timing timing) {
        return new Question(parameters, again, freshFor, known, timing.nanos() + time.toNanos(), raw, step);
    }

    /** The same, of which this hears. */
    public Question watchedBy(Step watching) {
        return new Question(parameters, again, freshFor, known, deadline, raw, watching);
    }

    /** How much time is left of it. */
    public Duration left(Timing timing) {
        return deadline == NO_DEADLINE
                ? Duration.ofNanos(Long.MAX_VALUE)
                : Duration.ofNanos(Math.max(0, deadline - timing.nanos()));
    }

    /** Whether who cancels it now does so because it takes too long. A deadline may be met a little early. */
    public boolean isLate(Timing timing) {
        return deadline != NO_DEADLINE && deadline - timing.nanos() <= 5_000_000;
    }
}
