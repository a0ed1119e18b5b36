package dev.newsfan.telemetry;

import dev.newsfan.timeline.Arrival;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private TraceHeaders() {}

    /** That of whoever has sent a request; the root if it doesn't say, or says nothing valid. */
    static Context caller(Arrival arrival) {
        return arrival.traceparent().isEmpty() ? Context.root() : W3C.extract(Context.root(), arrival, ARRIVED);
    }

    /** Those by which whoever is asked can tie its work to this span. */
    static Map<String, String> of(SpanContext span) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(Span.wrap(span)), headers, Map::put);
        return headers;
    }
}
