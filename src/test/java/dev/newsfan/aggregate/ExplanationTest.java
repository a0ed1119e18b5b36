package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.newsfan.fanout.Budget;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.RecordedEvent;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Duration MOMENT = Duration.ofMillis(3);

    /** Durations are written as text here: how they are in fact is the business of all answers. */
    private static String json(Object value) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .registerModule(new SimpleModule().addSerializer(Duration.class, ToStringSerializer.instance));
        new ExplanationRules().customize(mapper);
        return mapper.writeValueAsString(value);
    }

    @Test
    void isWrittenByItsWordsAndWithoutWhatIsEmpty() throws JsonProcessingException {
        Timeline body =
                new Timeline(StepKind.FIRST_BYTE, "wire", MOMENT, Duration.ZERO, Map.of(), List.of(), List.of());
        Timeline request = new Timeline(
                StepKind.REQUEST,
                "",
                Duration.ZERO,
                MOMENT,
                Map.of(Fact.STATUS, 200L, Fact.MODE, "sync"),
                List.of(new RecordedEvent("shared", MOMENT)),
                List.of(body));

        assertThat(json(new Explanation("abc", request))).isEqualTo("""
                {"trace_id":"abc","step":"request","started":"PT0S","elapsed":"PT0.003S",\
                "facts":{"mode":"sync","status":200},"events":[{"event":"shared","at":"PT0.003S"}],\
                "steps":[{"step":"first_byte","source":"wire","started":"PT0.003S","elapsed":"PT0S"}]}""");
    }

    @Test
    void isMadeOfARequestOnlyIfThatIsWanted() {
        Budget budget = Budget.startingNow(Duration.ofSeconds(1));
        Explained unwanted = Explained.of(StepKind.REQUEST, budget.spent(), Step.NONE, false);
        Explained wanted = Explained.of(StepKind.LANE, budget.spent(), Step.NONE, true);

        assertThat(unwanted.step()).isSameAs(Step.NONE);
        assertThat(unwanted.explanation()).isEmpty();
        assertThat(wanted.explanation())
                .hasValueSatisfying(
                        explanation -> assertThat(explanation.timeline().step()).isEqualTo(StepKind.LANE));
    }
}
