package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.RecordedEvent;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.Timeline;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/**
 * How the JSON of an {@link Explanation} is written, which {@code timeline} can't say, as it is pure Java: steps and facts by their
 * words, and nothing where nothing is known.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Timeline.class,
            RecordedEvent.class,
            StepKind.class,
            Fact.class,
            ExplanationRules.Written.class,
            ExplanationRules.Word.class
        })
class ExplanationRules implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Timeline.class, Written.class)
                .addMixIn(StepKind.class, Word.class)
                .addMixIn(Fact.class, Word.class);
    }

    @JsonInclude(Include.NON_EMPTY)
    interface Written {}

    interface Word {
        @JsonValue
        String word();
    }
}
