package dev.newsfan.telemetry;

import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Begins spans, each below the one that it is handed. The context that happens to be the current one plays no part: in a fan-out it
 * may be that of another request.
 */
final class Spans {

    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** That of a request, below its caller's if that has one. */
    Step request(Arrival arrival) {
        Context caller = TraceHeaders.caller(arrival);
        SpanBuilder span = tracer.spanBuilder(arrival.method() + " " + arrival.route())
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(SpanKeys.METHOD, arrival.method())
                .setAttribute(SpanKeys.ROUTE, arrival.route());
        return begin(span, caller, StepKind.REQUEST, "");
    }

    /**
     * A part of one that is sampled, and so is as well.
     *
     * @param source its name; empty if it has none
     * @param before how many of its kind its call has had, if it is an attempt
     */
    SpanStep part(Context whole, StepKind kind, String source, int before) {
        SpanBuilder span = tracer.spanBuilder(name(kind, source)).setParent(whole);
        if (!source.isEmpty()) {
            span.setAttribute(SpanKeys.SOURCE, source);
        }
        if (kind == StepKind.ATTEMPT) {
            span.setSpanKind(SpanKind.CLIENT).setAttribute(SpanKeys.METHOD, "GET");
            if (before > 0) {
                span.setAttribute(SpanKeys.RESEND_COUNT, (long) before);
            }
        }
        return new SpanStep(this, span.startSpan(), whole, kind, source);
    }

    /** A call in a trace of its own, as what has given rise to it doesn't wait for it. */
    Step aside(SpanContext cause, String source) {
        SpanBuilder span =
                tracer.spanBuilder(name(StepKind.CALL, source)).setNoParent().setAttribute(SpanKeys.SOURCE, source);
        if (cause.isSampled()) {
            span.addLink(cause);
        }
        return begin(span, Context.root(), StepKind.CALL, source);
    }

    private Step begin(SpanBuilder builder, Context whole, StepKind kind, String source) {
        Span span = builder.startSpan();
        return span.isRecording() && span.getSpanContext().isSampled()
                ? new SpanStep(this, span, whole, kind, source)
                : new UnsampledStep(this, whole.with(span));
    }

    /** One of few: what is in it is configured, and not asked for. */
    private static String name(StepKind kind, String source) {
        return switch (kind) {
            case CALL -> "call " + source;
            case ATTEMPT -> "GET";
            case REQUEST,
                    LANE,
                    WAITING,
                    SHARED_CACHE,
                    PLACE,
                    CONNECTION,
                    FIRST_BYTE,
                    BODY,
                    DECODING,
                    MERGING,
                    WRITING -> kind.word();
        };
    }
}
