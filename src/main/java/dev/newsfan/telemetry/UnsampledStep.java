package dev.newsfan.telemetry;

import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Map;

/** All the steps of a request of which no trace is made: it knows by which id others do or don't trace it, and no more. */
final class UnsampledStep implements Step {

    private final Spans spans;
    private final SpanContext context;

    UnsampledStep(Spans spans, SpanContext context) {
        this.spans = spans;
        this.context = context;
    }

    @Override
    public Step begin(StepKind kind, String source) {
        return this;
    }

    @Override
    public Step aside(String source) {
        return spans.aside(context, source);
    }

    @Override
    public String trace() {
        return context.getTraceId();
    }

    @Override
    public Map<String, String> propagation() {
        return TraceHeaders.of(context);
    }
}
