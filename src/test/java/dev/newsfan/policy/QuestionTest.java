package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void everyPolicyPassesItOn() {
        List<Question> asked = new ArrayList<>();
        Ask client = question -> {
            asked.add(question);
            return Uni.createFrom().item(SourceAnswer.NONE);
        };
        Question question = new Question(Map.of("product", "kettle"));

        new Retry().around(client).ask(question).await().indefinitely();

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
