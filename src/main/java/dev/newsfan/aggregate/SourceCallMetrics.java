package dev.newsfan.aggregate;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.policy.SourceAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the times of the source calls, and tells the log how the sources fare. */
@Singleton
class SourceCallMetrics {

    private final MeterRegistry metrics;
    private final SourceLog log = new SourceLog(System::nanoTime);
    /** To find a timer by its tags takes longer than all that it does. */
    private final Map<Call, Timer> timers = new ConcurrentHashMap<>();

    private record Call(String source, Mode mode, Outcome.Kind outcome) {}

    SourceCallMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void record(Mode mode, Progress<SourceAnswer> event) {
        if (event instanceof Progress.Answered<SourceAnswer>(var reply)) {
            Call call = new Call(reply.name(), mode, reply.outcome().kind());
            timers.computeIfAbsent(call, this::timer).record(reply.elapsed());
            log.tell(mode, reply);
        }
    }

    /** A mistake of ours, which is only told, as an older answer serves and counts. */
    void record(Mode mode, String source, Throwable bug) {
        log.tell(mode, source, bug);
    }

    private Timer timer(Call call) {
        return Timer.builder("newsfan.source.calls")
                .description("Calls to the sources; one that is skipped counts with no time")
                .tags("source", call.source(), "mode", call.mode().word())
                .tag("outcome", call.outcome().word())
                .register(metrics);
    }
}
