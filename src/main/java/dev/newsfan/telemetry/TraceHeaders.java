package dev.newsfan.telemetry;

import dev.newsfan.timeline.Arrival;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers {@code traceparent} and {@code tracestate} (W3C Trace Context), which come with requests and go with calls. */
final class TraceHeaders {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Arrival> ARRIVED = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Arrival arrival) {
            return List.copyOf(W3C.fields());
        }

        @Override
        public String get(Arrival arrival, String key) {
            return (key.equals("traceparent") ? arrival.traceparent() : arrival.tracestate()).orElse(null);
        }
    };

    /** What a caller has sent besides. It goes on with the context and not with its spans, all of which would be exported with it. */
    private static final ContextKey<TraceState> STATE = ContextKey.named("tracestate");

    private TraceHeaders() {}

    /** That of whoever has sent a request; the root if it doesn't say, or says nothing valid. */
    static Context caller(Arrival arrival) {
        if (arrival.traceparent().isEmpty()) {
            return Context.root();
        }
        SpanContext caller =
                Span.fromContext(W3C.extract(Context.root(), arrival, ARRIVED)).getSpanContext();
        SpanContext bare = SpanContext.createFromRemoteParent(
                caller.getTraceId(), caller.getSpanId(), caller.getTraceFlags(), TraceState.getDefault());
        return caller.isValid()
                ? Context.root().with(Span.wrap(bare)).with(STATE, caller.getTraceState())
                : Context.root();
    }

    /** Those by which whoever is asked can tie its work to the span of this context. */
    static Map<String, String> of(Context context) {
        SpanContext span = Span.fromContext(context).getSpanContext();
        TraceState state = Optional.ofNullable(context.get(STATE)).orElse(TraceState.getDefault());
        SpanContext told = SpanContext.create(span.getTraceId(), span.getSpanId(), span.getTraceFlags(), state);
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(Span.wrap(told)), headers, Map::put);
        return headers;
    }
}
