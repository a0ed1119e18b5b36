package dev.newsfan.aggregate;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.prices.Offer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;

/**
 * The merged offers with the source reports: the answer to one request.
 *
 * @param mode how the shops were asked
 * @param product what they were asked for
 * @param totalTime from the request's arrival until the comparison was made
 * @param sources a report for each shop, in the shops' order
 * @param offers the merged offers, cheapest first
 */
@RegisterForReflection
public record Comparison(
        Mode mode, String product, Duration totalTime, List<SourceReport> sources, List<Offer> offers) {

    public Comparison {
        sources = List.copyOf(sources);
        offers = List.copyOf(offers);
    }

    /** Whether no shop at all is ok: there is nothing to show. */
    public boolean failed() {
        return sources.stream().noneMatch(SourceReport::isOk);
    }

    /** Whether it failed for lack of time alone: every shop timed out or was skipped. */
    public boolean timedOut() {
        return sources.stream()
                .map(SourceReport::outcome)
                .allMatch(outcome -> outcome == Outcome.Kind.TIMEOUT || outcome == Outcome.Kind.SKIPPED);
    }
}
