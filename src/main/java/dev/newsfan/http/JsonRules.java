package dev.newsfan.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How the JSON is written: snake_case, durations in seconds with at most 3 decimals, modes and outcomes by their words.
 *
 * <p>Quarkus can't see what is inside a {@code Response} or an event, so a native executable has to be told of their types.
 */
@Singleton
@RegisterForReflection(targets = {Mode.class, Outcome.Kind.class, JsonRules.Word.class})
class JsonRules implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule rules = new SimpleModule("newsfan");
        rules.addSerializer(Duration.class, new Seconds());
        mapper.registerModule(rules)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addMixIn(Mode.class, Word.class)
                .addMixIn(Outcome.Kind.class, Word.class);
    }

    /** The last to have a say: Quarkus' own rules write a duration with nine decimals. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    interface Word {
        @JsonValue
        String word();
    }

    private static final class Seconds extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        Seconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            long millis = Math.floorDiv(duration.toNanos() + 500_000, 1_000_000);
            json.writeNumber(BigDecimal.valueOf(millis, 3));
        }
    }
}
