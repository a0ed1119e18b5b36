package dev.newsfan.aggregate;

import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long a digest may be used again by who has it.
 *
 * @param freshFor as long as its part that is fresh for the least time
 * @param staleFor how long after that it may be used while a newer one is fetched; zero if there is no time before
 */
public record Reuse(Duration freshFor, Duration staleFor) {

    /** Not at all. */
    public static final Reuse NONE = new Reuse(Duration.ZERO, Duration.ZERO);

    /**
     * What the parts allow: nothing if one of them is missing, stale or isn't kept, as then the next request may get more.
     *
     * @param staleFor how long each source's answer may serve beyond its freshness
     */
    static Reuse of(List<Reply<SourceAnswer>> replies, List<Duration> staleFor) {
        Duration fresh = replies.stream()
                .map(Reuse::freshFor)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return fresh.isPositive()
                ? new Reuse(
                        fresh, staleFor.stream().min(Comparator.naturalOrder()).orElse(Duration.ZERO))
                : NONE;
    }

    /** Zero unless it is a fresh answer that is kept. */
    static Duration freshFor(Reply<SourceAnswer> reply) {
        return SourceReport.answer(reply).map(SourceAnswer::freshFor).orElse(Duration.ZERO);
    }
}
