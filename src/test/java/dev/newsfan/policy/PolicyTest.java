package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private final List<String> met = new ArrayList<>();

    private Policy named(String name) {
        return next -> question -> {
            met.add(name);
            return next.ask(question).invoke(() -> met.add("back by " + name));
        };
    }

    private final Ask client = question -> {
        met.add("client");
        return Uni.createFrom().item(SourceAnswer.NONE);
    };

    @Test
    void aCallMeetsTheOutermostPolicyFirst() {
        Policy.around(client, List.of(named("cache"), named("retry")))
                .ask(Question.NONE)
                .await()
                .indefinitely();

        assertThat(met).containsExactly("cache", "retry", "client", "back by retry", "back by cache");
    }

    @Test
    void withoutPoliciesTheClientItselfIsAsked() {
        assertThat(Policy.around(client, List.of())).isSameAs(client);
    }
}
