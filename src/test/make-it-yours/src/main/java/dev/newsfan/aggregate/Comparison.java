package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.prices.Offer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The merged offers with the source reports: the answer to one request.
 *
 * @param mode how the shops were asked
 * @param product what they were asked for
 * @param totalTime from the request's arrival until the comparison was made
 * @param sources a report for each shop, in the shops' order
 * @param offers the merged offers, cheapest first
 * @param explain where the time of the request went, if its caller wants to know
 */
@RegisterForReflection
@JsonInclude(Include.NON_ABSENT)
public record Comparison(
        Mode mode,
        String product,
        Duration totalTime,
        List<SourceReport> sources,
        List<Offer> offers,
        Optional<Explanation> explain) {

    public Comparison {
        sources = List.copyOf(sources);
        offers = List.copyOf(offers);
    }

    /** The same to whoever wants to know where the time went. */
    public Comparison explained(Optional<Explanation> explanation) {
        return new Comparison(mode, product, totalTime, sources, offers, explanation);
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
