package dev.newsfan.telemetry;

import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepListener;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes a trace of each request, if {@code quarkus.otel.sdk.disabled=false}; otherwise it hears of nothing. */
@Singleton
final class Traces implements StepListener {

    private final boolean on;
    private final Spans spans;

    @Inject
    Traces(OpenTelemetry telemetry, OTelRuntimeConfig config) {
        this(telemetry, !config.sdkDisabled());
    }

    Traces(OpenTelemetry telemetry, boolean on) {
        this.on = on;
        this.spans = new Spans(telemetry.getTracer("dev.newsfan"));
    }

    @Override
    public Step begin(Arrival arrival) {
        return on ? spans.request(arrival) : Step.NONE;
    }
}
