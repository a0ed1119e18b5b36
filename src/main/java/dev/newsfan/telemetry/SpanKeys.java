package dev.newsfan.telemetry;

import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.StepKind;
import io.opentelemetry.api.common.AttributeKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What attributes are called: by the semantic conventions of OpenTelemetry where they have a name, else {@code newsfan.…}. */
final class SpanKeys {

    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> SOURCE = AttributeKey.stringKey("newsfan.source");
    static final AttributeKey<List<String>> SOURCES = AttributeKey.stringArrayKey("newsfan.sources");

    private static final Map<Fact, AttributeKey<String>> TEXTS = new EnumMap<>(Map.of(
            Fact.MODE, AttributeKey.stringKey("newsfan.mode"),
            Fact.OUTCOME, AttributeKey.stringKey("newsfan.outcome"),
            Fact.CODE, AttributeKey.stringKey("newsfan.code"),
            Fact.HOST, AttributeKey.stringKey("server.address")));

    private static final Map<Fact, AttributeKey<Long>> NUMBERS = new EnumMap<>(Map.of(
            Fact.STATUS, AttributeKey.longKey("http.response.status_code"),
            Fact.BYTES, AttributeKey.longKey("http.response.body.size"),
            Fact.PORT, AttributeKey.longKey("server.port"),
            Fact.ARTICLES, AttributeKey.longKey("newsfan.articles"),
            Fact.OK, AttributeKey.longKey("newsfan.outcomes.ok"),
            Fact.TIMEOUT, AttributeKey.longKey("newsfan.outcomes.timeout"),
            Fact.ERROR, AttributeKey.longKey("newsfan.outcomes.error"),
            Fact.SKIPPED, AttributeKey.longKey("newsfan.outcomes.skipped"),
            Fact.STALE, AttributeKey.longKey("newsfan.stale")));

    private static final Map<StepKind, AttributeKey<Double>> TIMES = new EnumMap<>(StepKind.class);

    static {
        for (StepKind kind : StepKind.values()) {
            TIMES.put(kind, AttributeKey.doubleKey("newsfan.time." + kind.word()));
        }
    }

    private SpanKeys() {}

    /** That of a fact that is a text of a step of this kind. */
    static Optional<AttributeKey<String>> text(StepKind kind, Fact fact) {
        return kind == StepKind.ATTEMPT && fact == Fact.CODE
                ? Optional.of(ERROR_TYPE)
                : Optional.ofNullable(TEXTS.get(fact));
    }

    /** That of a fact that is a number. */
    static Optional<AttributeKey<Long>> number(Fact fact) {
        return Optional.ofNullable(NUMBERS.get(fact));
    }

    /** That of the seconds which a part has taken that is no span of its own. */
    static AttributeKey<Double> seconds(StepKind part) {
        return TIMES.get(part);
    }
}
