package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void eachOutcomeHasAWord() {
        Stream<Outcome<String>> outcomes = Stream.of(
                new Outcome.Ok<>("news"),
                new Outcome.Timeout<>(Duration.ofSeconds(1), false),
                new Outcome.Failure<>(new IllegalStateException()),
                new Outcome.Skipped<>());

        assertThat(outcomes.map(outcome -> outcome.kind().word())).containsExactly("ok", "timeout", "error", "skipped");
    }
}
