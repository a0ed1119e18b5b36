package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.newsfan.news.SourceReport;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How the JSON is written: snake_case, durations in seconds with at most 3 decimals, outcomes in lower case. */
@Singleton
class JsonRules implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule rules = new SimpleModule("newsfan");
        rules.addSerializer(Duration.class, new Seconds());
        rules.addSerializer(SourceReport.Outcome.class, new LowerCase());
        mapper.registerModule(rules)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addMixIn(SourceReport.class, WithoutEmpty.class);
    }

    /** The last to have a say: Quarkus' own rules write a duration with nine decimals. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** A report has no reason if nothing went wrong. */
    @JsonInclude(Include.NON_ABSENT)
    private interface WithoutEmpty {}

    private static final class Seconds extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        Seconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(BigDecimal.valueOf(duration.toNanos(), 9).setScale(3, RoundingMode.HALF_UP));
        }
    }

    private static final class LowerCase extends StdSerializer<SourceReport.Outcome> {
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(SourceReport.Outcome.class);
        }

        @Override
        public void serialize(SourceReport.Outcome outcome, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(outcome.name().toLowerCase(Locale.ROOT));
        }
    }
}
