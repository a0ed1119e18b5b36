package dev.newsfan.aggregate;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.timeline.TraceId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Tells when a source begins to fail, fails for another reason or answers again, over all modes; while it goes on failing,
 * once a minute. Safe for all threads.
 */
final class SourceLog {

    private static final Logger LOG = Logger.getLogger(SourceLog.class);

    private final Map<String, SourceState> sources = new ConcurrentHashMap<>();
    private final Map<String, SourceState> bugs = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos such as {@link System#nanoTime()} */
    SourceLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param trace the id of the request that was answered so; empty if nobody knows it */
    void tell(Mode mode, Reply<SourceAnswer> reply, String trace) {
        switch (reply.outcome()) {
            case Outcome.Ok<SourceAnswer>(var answer) when answer.isStale() -> failed(mode, reply, trace);
            // What is kept says nothing of how the source fares now.
            case Outcome.Ok<SourceAnswer>(var answer) when answer.age().isPresent() -> {}
            case Outcome.Ok<SourceAnswer> _ ->
                of(reply).answered(reply.name()).ifPresent(line -> LOG.info(line + TraceId.mark(trace)));
            case Outcome.Skipped<SourceAnswer> _ -> {}
            case Outcome.Timeout<SourceAnswer> _ -> failed(mode, reply, trace);
            case Outcome.Failure<SourceAnswer>(SourceException _) -> failed(mode, reply, trace);
            case Outcome.Failure<SourceAnswer>(Throwable bug) -> broken(line(mode, SourceReport.of(reply)), bug, trace);
        }
    }

    /** A mistake of ours, in place of which an older answer serves. */
    void tell(Mode mode, String source, Throwable bug, String trace) {
        broken(
                "%s failed in %s mode by a mistake of ours; an older answer serves".formatted(source, mode.word()),
                bug,
                trace);
    }

    private SourceState of(Reply<SourceAnswer> reply) {
        return sources.computeIfAbsent(reply.name(), _ -> new SourceState(nanos));
    }

    private void failed(Mode mode, Reply<SourceAnswer> reply, String trace) {
        FailureReason reason = SourceReport.reason(reply.outcome()).orElseThrow();
        of(reply)
                .failed(
                        () -> line(mode, SourceReport.of(reply)),
                        reason.code() + " " + reason.words(),
                        !reason.forbidden())
                .ifPresent(line -> LOG.warn(line + TraceId.mark(trace)));
    }

    /** Not the source's fault but ours: whoever mends it needs the stack trace, but not a thousand times. */
    private void broken(String line, Throwable bug, String trace) {
        String which = bug.getClass().getName()
                + Optional.of(bug.getStackTrace())
                        .filter(stack -> stack.length > 0)
                        .map(stack -> stack[0].toString())
                        .orElse("");
        bugs.computeIfAbsent(which, _ -> new SourceState(nanos))
                .failed(() -> line, which, true)
                .ifPresent(told -> LOG.error(told + TraceId.mark(trace), bug));
    }

    private static String line(Mode mode, SourceReport report) {
        return "%s failed in %s mode after %.3f s: %s%s"
                .formatted(
                        report.name(),
                        mode.word(),
                        report.elapsed().toNanos() / 1e9,
                        report.reason().orElseThrow(),
                        report.stale().isPresent() ? "; an older answer serves" : "");
    }
}
