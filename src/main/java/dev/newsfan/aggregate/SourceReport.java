package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one source within a request.
 *
 * @param name the source
 * @param outcome how it ended
 * @param articles how many articles it delivered that are fit to print, before the merge
 * @param dropped how many it delivered that are not
 * @param stale true if an older answer serves, as there is no fresh one; otherwise empty
 * @param age how long ago the answer was fetched, if that was before this request
 * @param started when it was asked, counted from the request's arrival
 * @param elapsed how long it took; zero if it was skipped
 * @param thread where the mode's own code waited for the answer ({@code sync}, {@code virtual}) or received it
 *     ({@code async})
 * @param policies what the policies did, each in one word: see {@link PolicyEvent}
 * @param code why there is no fresh answer, in one word for programs; empty if there is one
 * @param reason the same in a sentence for people
 * @param retryAfter how long it would be in vain to ask again, if that is known
 */
@RegisterForReflection
@JsonInclude(Include.NON_EMPTY)
public record SourceReport(
        String name,
        Outcome.Kind outcome,
        int articles,
        int dropped,
        Optional<Boolean> stale,
        Optional<Duration> age,
        Duration started,
        Duration elapsed,
        String thread,
        List<String> policies,
        Optional<String> code,
        Optional<String> reason,
        Optional<Duration> retryAfter) {

    static SourceReport of(Reply<SourceAnswer> reply) {
        SourceAnswer answer = answer(reply).orElse(SourceAnswer.NONE);
        Optional<FailureReason> reason = reason(reply.outcome());
        return new SourceReport(
                reply.name(),
                reply.outcome().kind(),
                answer.result().articles().size(),
                answer.result().dropped(),
                Optional.of(true).filter(_ -> answer.isStale()),
                answer.age(),
                reply.started(),
                reply.elapsed(),
                reply.thread(),
                policies(answer, reason),
                reason.map(FailureReason::code),
                reason.map(FailureReason::words),
                reason.flatMap(FailureReason::retryAfter).filter(Duration::isPositive));
    }

    /** What the policies did; of a call that one of them forbade, which. */
    private static List<String> policies(SourceAnswer answer, Optional<FailureReason> reason) {
        Stream<PolicyEvent> forbade = reason.stream().flatMap(why -> why.forbiddenBy().stream());
        return Stream.concat(answer.events().stream(), forbade)
                .map(PolicyEvent::word)
                .toList();
    }

    /** What a source has delivered, if it has. */
    static Optional<SourceAnswer> answer(Reply<SourceAnswer> reply) {
        return reply.outcome() instanceof Outcome.Ok<SourceAnswer>(var answer) ? Optional.of(answer) : Optional.empty();
    }

    /** Why there is no fresh answer. */
    static Optional<FailureReason> reason(Outcome<SourceAnswer> outcome) {
        return switch (outcome) {
            case Outcome.Ok<SourceAnswer>(var answer) -> answer.staleBecause();
            case Outcome.Timeout<SourceAnswer>(var allowed, var budgetBound) ->
                Optional.of(FailureReason.late(allowed, budgetBound));
            case Outcome.Failure<SourceAnswer>(SourceException failure) -> Optional.of(failure.reason());
            case Outcome.Failure<SourceAnswer> _ -> Optional.of(FailureReason.ours());
            case Outcome.Skipped<SourceAnswer> _ -> Optional.of(FailureReason.skipped());
        };
    }

    /** What failed by a mistake of ours, if that is how it ended. */
    static Optional<Throwable> mistake(Outcome<SourceAnswer> outcome) {
        return outcome instanceof Outcome.Failure<SourceAnswer>(var cause)
                ? Optional.of(cause).filter(bug -> !(bug instanceof SourceException))
                : Optional.empty();
    }

    /** How long it would be in vain to ask again, if a policy forbade it, or the source has been asked too often. */
    private Optional<Duration> refusal() {
        boolean refused = !policies.isEmpty()
                || code.filter(FailureReason.status(429).code()::equals).isPresent();
        return refused ? retryAfter.or(() -> Optional.of(FailureReason.BACK_OFF)) : Optional.empty();
    }

    /**
     * How long it would be in vain to ask any of these again; nothing if one of them may answer at once.
     *
     * @param reports of sources none of which is ok
     */
    static Optional<Duration> refusal(List<SourceReport> reports) {
        List<Duration> refusals =
                reports.stream().flatMap(report -> report.refusal().stream()).toList();
        return refusals.size() < reports.size()
                ? Optional.empty()
                : refusals.stream().min(Duration::compareTo);
    }

    /** Whether it delivered, be it what is kept of an earlier answer. */
    @JsonIgnore
    public boolean isOk() {
        return outcome == Outcome.Kind.OK;
    }

    boolean isFresh() {
        return isOk() && stale.isEmpty();
    }
}
