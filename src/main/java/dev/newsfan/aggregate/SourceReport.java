package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.source.FailureReason;
import dev.newsfan.source.FetchResult;
import dev.newsfan.source.SourceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one source within a request.
 *
 * @param name the source
 * @param outcome how it ended
 * @param articles how many articles it delivered that are fit to print, before the merge
 * @param dropped how many it delivered that are not
 * @param started when it was asked, counted from the request's arrival
 * @param elapsed how long it took; zero if it was skipped
 * @param thread where the mode's own code waited for the answer ({@code sync}, {@code virtual}) or received it
 *     ({@code async})
 * @param reason what went wrong, in a sentence for people; empty if nothing did
 */
@RegisterForReflection
@JsonInclude(Include.NON_ABSENT)
public record SourceReport(
        String name,
        Outcome.Kind outcome,
        int articles,
        int dropped,
        Duration started,
        Duration elapsed,
        String thread,
        Optional<String> reason) {

    static SourceReport of(Reply<FetchResult> reply) {
        FetchResult result = reply.outcome() instanceof Outcome.Ok<FetchResult>(var item) ? item : FetchResult.NONE;
        return new SourceReport(
                reply.name(),
                reply.outcome().kind(),
                result.articles().size(),
                result.dropped(),
                reply.started(),
                reply.elapsed(),
                reply.thread(),
                reason(reply.outcome()));
    }

    private static Optional<String> reason(Outcome<FetchResult> outcome) {
        return switch (outcome) {
            case Outcome.Ok<FetchResult> _ -> Optional.empty();
            case Outcome.Timeout<FetchResult>(var allowed, var budgetBound) ->
                Optional.of(FailureReason.late(allowed, budgetBound));
            case Outcome.Failure<FetchResult>(SourceException failure) -> Optional.of(failure.getMessage());
            case Outcome.Failure<FetchResult> _ -> Optional.of(FailureReason.ours());
            case Outcome.Skipped<FetchResult> _ -> Optional.of(FailureReason.skipped());
        };
    }

    boolean isOk() {
        return outcome == Outcome.Kind.OK;
    }
}
