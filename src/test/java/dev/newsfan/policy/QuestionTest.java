package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.config.HedgeAfter;
import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static List<Policy> all() {
        ManualTiming timing = new ManualTiming();
        PolicyEvents events = new PolicyEvents();
        Duration second = Duration.ofSeconds(1);
        return List.of(
                new Hedge(new HedgeAfter(Optional.empty(), Optional.of(second)), timing, events),
                new Retry(1, new RetryBudget(), timing, events),
                new Breaker(second, true, timing, events),
                new Backoff(timing, events),
                new Bulkhead(1, events),
                new RateLimit(new Rate(1, second), timing, events));
    }

    @Test
    void everyPolicyPassesItOn() {
        List<Question> asked = new ArrayList<>();
        Ask client = question -> {
            asked.add(question);
            return Uni.createFrom().item(SourceAnswer.NONE);
        };
        Question question = new Question(Map.of("product", "kettle"));

        Policy.around(client, all()).ask(question).await().indefinitely();

        assertThat(asked).containsExactly(question);
    }

    @Test
    void doesNotChangeWithTheMapThatItWasMadeOf() {
        Map<String, String> parameters = new HashMap<>(Map.of("product", "kettle"));
        Question question = new Question(parameters);
        parameters.clear();

        assertThat(question.parameters()).containsEntry("product", "kettle");
        assertThatThrownBy(() -> question.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
