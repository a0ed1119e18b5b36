package dev.newsfan.desk;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.news.Delivery;
import dev.newsfan.news.SourceReport;
import dev.newsfan.source.SourceException;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Keeps the times of the source calls, and writes one log line for each that failed and none for a good one. */
@Singleton
class CallWatch {

    private static final Logger LOG = Logger.getLogger(CallWatch.class);

    private final MeterProvider<Timer> calls;

    CallWatch(MeterRegistry metrics) {
        this.calls = Timer.builder("newsfan.source.calls")
                .description("Calls to the sources; one that is skipped counts with no time")
                .withRegistry(metrics);
    }

    void watch(Mode mode, Progress<Delivery> event) {
        if (event instanceof Progress.Answered<Delivery>(var reply)) {
            SourceReport report = Reports.of(reply);
            String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
            calls.withTags("source", report.name(), "mode", mode.word(), "outcome", outcome)
                    .record(report.elapsed());
            log(mode, report, reply.outcome());
        }
    }

    private static void log(Mode mode, SourceReport report, Outcome<Delivery> outcome) {
        switch (outcome) {
            case Outcome.Ok<Delivery> _, Outcome.Skipped<Delivery> _ -> {}
            case Outcome.Timeout<Delivery> _ -> LOG.warn(line(mode, report));
            case Outcome.Failure<Delivery>(SourceException _) -> LOG.warn(line(mode, report));
            // Not the source's fault but ours: whoever mends it needs the stack trace.
            case Outcome.Failure<Delivery>(Throwable bug) -> LOG.error(line(mode, report), bug);
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
