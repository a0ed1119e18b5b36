package dev.newsfan.aggregate;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.source.FetchResult;
import dev.newsfan.source.SourceException;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps the times of the source calls, and writes one log line for each that failed and none for a good one. */
@Singleton
class SourceCallMetrics {

    private static final Logger LOG = Logger.getLogger(SourceCallMetrics.class);

    private final MeterProvider<Timer> calls;

    SourceCallMetrics(MeterRegistry metrics) {
        this.calls = Timer.builder("newsfan.source.calls")
                .description("Calls to the sources; one that is skipped counts with no time")
                .withRegistry(metrics);
    }

    void record(Mode mode, Progress<FetchResult> event) {
        if (event instanceof Progress.Answered<FetchResult>(var reply)) {
            SourceReport report = SourceReport.of(reply);
            calls.withTags(
                            "source",
                            report.name(),
                            "mode",
                            mode.word(),
                            "outcome",
                            report.outcome().word())
                    .record(report.elapsed());
            log(mode, report, reply.outcome());
        }
    }

    private static void log(Mode mode, SourceReport report, Outcome<FetchResult> outcome) {
        switch (outcome) {
            case Outcome.Ok<FetchResult> _, Outcome.Skipped<FetchResult> _ -> {}
            case Outcome.Timeout<FetchResult> _ -> LOG.warn(line(mode, report));
            case Outcome.Failure<FetchResult>(SourceException _) -> LOG.warn(line(mode, report));
            // Not the source's fault but ours: whoever mends it needs the stack trace.
            case Outcome.Failure<FetchResult>(Throwable bug) -> LOG.error(line(mode, report), bug);
        }
    }

    private static String line(Mode mode, SourceReport report) {
        return "%s failed in %s mode after %.3f s: %s"
                .formatted(
                        report.name(),
                        mode.word(),
                        report.elapsed().toNanos() / 1e9,
                        report.reason().orElseThrow());
    }
}
