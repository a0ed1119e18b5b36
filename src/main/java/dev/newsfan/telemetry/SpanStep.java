package dev.newsfan.telemetry;

import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A step that is a span. From any thread. */
final class SpanStep implements Step {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Spans spans;
    private final Span span;
    private final Context context;
    private final StepKind kind;
    private final String source;
    /** What ends with it at the latest. Guarded by this, as are the others. */
    private final List<Step> parts = new ArrayList<>();

    private final Map<StepKind, Long> nanos = new EnumMap<>(StepKind.class);
    private int attempts;
    private boolean over;

    /**
     * That of a span that has begun.
     *
     * @param whole what it is a part of
     * @param source its name; empty if it has none
     */
    SpanStep(Spans spans, Span span, Context whole, StepKind kind, String source) {
        this.spans = spans;
        this.span = span;
        this.context = whole.with(span);
        this.kind = kind;
        this.source = source;
    }

    @Override
    public Step begin(StepKind part, String partSource) {
        Step begun =
                switch (part) {
                    case WAITING, PLACE, CONNECTION, FIRST_BYTE, BODY ->
                        // Too short to be a span of its own.
                        new TimedStep(time -> took(part, time));
                    case REQUEST, LANE, CALL, SHARED_CACHE, ATTEMPT, DECODING, MERGING, WRITING ->
                        spans.part(context, part, partSource.isEmpty() ? source : partSource, count(part));
                };
        // The parts of others end by themselves, whatever becomes of the request.
        if (kind == StepKind.REQUEST || kind == StepKind.LANE) {
            synchronized (this) {
                parts.add(begun);
            }
        }
        return begun;
    }

    private synchronized int count(StepKind part) {
        return part == StepKind.ATTEMPT ? attempts++ : 0;
    }

    /** A part has taken so long, once more. */
    private synchronized void took(StepKind part, long time) {
        long all = nanos.merge(part, time, Long::sum);
        span.setAttribute(SpanKeys.seconds(part), all / NANOS_PER_SECOND);
    }

    @Override
    public void tell(Fact fact, String value) {
        if (fact == Fact.SOURCES) {
            span.setAttribute(SpanKeys.SOURCES, List.of(value.split(",")));
            return;
        }
        if (fact == Fact.MODE && kind == StepKind.LANE) {
            span.updateName(kind.word() + " " + value);
        }
        SpanKeys.text(kind, fact).ifPresent(key -> span.setAttribute(key, value));
        if (fact == Fact.OUTCOME && isFailure(value)) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** Whether a call failed, or a request to a source. What a request of ours is worth its status says. */
    private boolean isFailure(String outcome) {
        return kind != StepKind.REQUEST && (outcome.equals("error") || outcome.equals("timeout"));
    }

    @Override
    public void tell(Fact fact, long value) {
        SpanKeys.number(fact).ifPresent(key -> span.setAttribute(key, value));
        if (fact == Fact.STATUS && value >= (kind == StepKind.REQUEST ? 500 : 400)) {
            span.setAttribute(SpanKeys.ERROR_TYPE, String.valueOf(value));
            span.setStatus(StatusCode.ERROR);
        }
    }

    @Override
    public void happened(String event) {
        span.addEvent(event);
    }

    /** A link, if there is something that it can lead to. */
    @Override
    public void shares(Step other) {
        if (other instanceof SpanStep shared) {
            span.addLink(shared.span.getSpanContext());
        }
    }

    @Override
    public Step aside(String asideSource) {
        return spans.aside(span.getSpanContext(), asideSource);
    }

    @Override
    public void end() {
        List<Step> open;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            open = List.copyOf(parts);
        }
        open.forEach(SpanStep::leave);
        span.end();
    }

    /** Ends what goes on: nobody waits for it any more. */
    private static void leave(Step part) {
        if (part instanceof SpanStep step && step.goesOn()) {
            step.tell(Fact.OUTCOME, "cancelled");
        }
        part.end();
    }

    private synchronized boolean goesOn() {
        return !over;
    }

    @Override
    public String trace() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public Map<String, String> propagation() {
        return TraceHeaders.of(context);
    }
}
