package dev.newsfan.telemetry;

import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;

/** All the steps of a request of which no trace is made: it knows by which id others do or don't trace it, and no more. */
final class UnsampledStep implements Step {

    private final Spans spans;
    private final Context context;

    UnsampledStep(Spans spans, Context context) {
        this.spans = spans;
        this.context = context;
    }

    @Override
    public Step begin(StepKind kind, String source) {
        return this;
    }

    @Override
    public Step aside(String source) {
        return spans.aside(Span.fromContext(context).getSpanContext(), source);
    }

    @Override
    public String trace() {
        return Span.fromContext(context).getSpanContext().getTraceId();
    }

    @Override
    public Map<String, String> propagation() {
        return TraceHeaders.of(context);
    }
}
