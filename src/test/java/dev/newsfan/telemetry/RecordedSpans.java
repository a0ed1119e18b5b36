package dev.newsfan.telemetry;

import dev.newsfan.timeline.Arrival;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Optional;

/** Traces that are kept as soon as they are made. */
final class RecordedSpans implements AutoCloseable {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk;

    RecordedSpans(Sampler sampler) {
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
    }

    Traces traces() {
        return new Traces(sdk, true);
    }

    /** A request without a caller that is traced. */
    static Arrival arrival() {
        return arrival(null, null);
    }

    static Arrival arrival(String traceparent, String tracestate) {
        return new Arrival(
                "GET",
                "/async-news",
                "0af7651916cd43dd8448eb211c80319c",
                Optional.ofNullable(traceparent),
                Optional.ofNullable(tracestate));
    }

    /** Those that have ended, in that order. */
    List<SpanData> ended() {
        return exporter.getFinishedSpanItems();
    }

    /** The only one of this name. */
    SpanData of(String name) {
        List<SpanData> found =
                ended().stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans are called " + name + ": " + ended());
        }
        return found.getFirst();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
