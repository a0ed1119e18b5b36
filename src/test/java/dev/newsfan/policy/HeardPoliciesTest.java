package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.HedgeAfter;
import dev.newsfan.config.Rate;
import dev.newsfan.timeline.ToldStep;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the step of a call hears of its policies, when they decide. */
class HeardPoliciesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final ToldStep step = ToldStep.named("first");
    private final Question question = Question.NONE.watchedBy(step);

    @Test
    void whoJoinsIsToldWhoseCallItIs() {
        Ask shared = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(source);
        ToldStep other = ToldStep.named("second");

        Asker.of(shared, question);
        Asker.of(shared, Question.NONE.watchedBy(other));

        assertThat(other.told()).containsExactly("shares first", "shared");
        assertThat(step.told()).isEmpty();
    }

    @Test
    void theNextCallIsThatOfWhoStillWaits() {
        Ask shared = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(source);
        ToldStep other = ToldStep.named("second");
        Asker.of(shared, question);
        timing.pass(TIMEOUT.dividedBy(2));
        Asker.of(shared, Question.NONE.watchedBy(other));

        timing.pass(TIMEOUT.dividedBy(2));

        assertThat(source.calls()).hasSize(2);
        assertThat(source.last().question().step()).isSameAs(other);
    }

    @Test
    void aRetryIsToldWhenItBegins() {
        Ask retrying = new Retry(1, new RetryBudget(), timing, events).around(source);
        Asker.of(retrying, question);
        source.last().fail(FailureReason.status(503));
        assertThat(step.told()).isEmpty();

        timing.pass(Duration.ofSeconds(1));
        assertThat(step.told()).containsExactly("retried");
    }

    @Test
    void aHedgeIsToldAndWhetherItWon() {
        Ask hedged = new Hedge(new HedgeAfter(Optional.empty(), Optional.of(Duration.ofMillis(10))), timing, events)
                .around(source);
        Asker.of(hedged, question);
        timing.pass(Duration.ofMillis(10));
        assertThat(step.told()).containsExactly("hedged");

        source.last().answer(SourceAnswer.NONE);
        assertThat(step.told()).containsExactly("hedged", "hedge_won");
    }

    @Test
    void whatForbidsACallSaysSo() {
        Ask limited = new RateLimit(new Rate(1, Duration.ofDays(1)), timing, events).around(source);
        Asker.of(limited, question);
        Asker.of(limited, question);
        Asker.of(new Bulkhead(1, events).around(limited), question);

        assertThat(step.told()).containsExactly("rate_limited", "rate_limited");
    }
}
