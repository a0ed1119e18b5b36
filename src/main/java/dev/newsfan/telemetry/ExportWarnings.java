package dev.newsfan.telemetry;

import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Tells now and then that traces don't reach their collector, in place of those who send them, who say so of each batch. */
@Singleton
final class ExportWarnings {

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(ExportWarnings.class);

    /** The least time between two lines. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** Kept, as filters go with loggers that nobody holds. */
    private final List<Logger> senders = List.of(
            Logger.getLogger("io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxGrpcSender"),
            Logger.getLogger("io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxHttpSender"),
            Logger.getLogger("io.opentelemetry.exporter.internal.grpc.GrpcExporter"),
            Logger.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter"));

    private final LongSupplier nanos;
    private Optional<Long> last = Optional.empty();

    @Inject
    ExportWarnings() {
        this(System::nanoTime);
    }

    /** @param nanos such as {@link System#nanoTime()} */
    ExportWarnings(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void listen(@Observes StartupEvent start, OTelRuntimeConfig config) {
        if (!config.sdkDisabled()) {
            senders.forEach(sender -> sender.setFilter(this::isOfUse));
        }
    }

    private boolean isOfUse(LogRecord said) {
        if (said.getLevel().intValue() < Level.WARNING.intValue()) {
            return true;
        }
        line(said.getMessage()).ifPresent(LOG::warn);
        return false;
    }

    /** What there is to tell, if it is time for it. */
    synchronized Optional<String> line(String said) {
        long now = nanos.getAsLong();
        if (last.filter(before -> now - before < PAUSE.toNanos()).isPresent()) {
            return Optional.empty();
        }
        last = Optional.of(now);
        String why = said.replaceFirst("(?s).*error message: ", "").strip();
        return Optional.of("Traces don't reach their collector, and what is too much to keep is dropped: " + why);
    }
}
