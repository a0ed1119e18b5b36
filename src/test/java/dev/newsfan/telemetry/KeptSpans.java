package dev.newsfan.telemetry;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the service's spans go in tests, if it makes any. */
@Singleton
class KeptSpans {

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
        return exporter;
    }

    List<SpanData> all() {
        return exporter.getFinishedSpanItems();
    }

    List<SpanData> of(String trace) {
        return all().stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    /** All that is below the one that has this parent, a line each, those beside each other in the order of their lines. */
    String tree(String trace, String parent) {
        return tree(of(trace), parent, "");
    }

    private static String tree(List<SpanData> spans, String parent, String indent) {
        return spans.stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .sorted(comparing(KeptSpans::line).thenComparing(SpanData::getStartEpochNanos))
                .map(span -> indent + line(span) + "\n" + tree(spans, span.getSpanId(), indent + "  "))
                .collect(joining());
    }

    /** What it is, how it ended and what happened in it. */
    private static String line(SpanData span) {
        Stream<String> facts = Stream.of(
                        value(span, AttributeKey.stringKey("newsfan.outcome")),
                        value(span, AttributeKey.longKey("http.response.status_code")),
                        value(span, AttributeKey.stringKey("error.type")),
                        value(span, AttributeKey.longKey("http.request.resend_count"))
                                .map("#"::concat))
                .flatMap(Optional::stream);
        Stream<String> events = span.getEvents().stream().map(EventData::getName);
        return Stream.concat(Stream.of(span.getName()), Stream.concat(facts, events))
                .collect(joining(" "));
    }

    private static Optional<String> value(SpanData span, AttributeKey<?> key) {
        return Optional.ofNullable(span.getAttributes().get(key)).map(Object::toString);
    }
}
