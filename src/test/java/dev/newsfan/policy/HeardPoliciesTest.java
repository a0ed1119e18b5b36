package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.HedgeAfter;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the step of a call hears of its policies, when they decide. */
class HeardPoliciesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final HeardStep step = HeardStep.named("first");
    private final Question question = Question.NONE.watchedBy(step);

    @Test
    void whoJoinsIsToldWhoseCallItIs() {
        Ask shared = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(source);
        HeardStep other = HeardStep.named("second");

        Asker.of(shared, question);
        Asker.of(shared, Question.NONE.watchedBy(other));

        assertThat(other.heard()).containsExactly("shares first", "shared");
        assertThat(step.heard()).isEmpty();
    }

    @Test
    void theNextCallIsThatOfWhoStillWaits() {
        Ask shared = new Share(true, TIMEOUT, timing, events, () -> Runnable::run).around(source);
        HeardStep other = HeardStep.named("second");
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
        assertThat(step.heard()).isEmpty();

        timing.pass(Duration.ofSeconds(1));
        assertThat(step.heard()).containsExactly("retried");
    }

    @Test
    void aHedgeIsToldAndWhetherItWon() {
        Ask hedged = new Hedge(new HedgeAfter(Optional.empty(), Optional.of(Duration.ofMillis(10))), timing, events)
                .around(source);
        Asker.of(hedged, question);
        timing.pass(Duration.ofMillis(10));
        assertThat(step.heard()).containsExactly("hedged");

        source.last().answer(SourceAnswer.NONE);
        assertThat(step.heard()).containsExactly("hedged", "hedge_won");
    }

    @Test
    void whatForbidsACallSaysSo() {
        Ask limited = new RateLimit(new Rate(1, Duration.ofDays(1)), timing, events).around(source);
        Asker.of(limited, question);
        Asker.of(limited, question);
        Asker.of(new Bulkhead(1, events).around(limited), question);

        assertThat(step.heard()).containsExactly("rate_limited", "rate_limited");
    }

    @Test
    void whatIsAskedAheadIsACallAside() {
        NewsfanConfig config = Configs.with(Map.of("newsfan.fresh-for", "100s")).getConfigMapping(NewsfanConfig.class);
        Ask fresh = new Freshness(
                        "wire", PolicySettings.of(config, config), TIMEOUT, new AnswerCache(1 << 20), timing, events)
                .around(source);
        Asker.of(fresh);
        source.last().answer(SourceAnswer.NONE);
        timing.pass(Duration.ofSeconds(95));

        Asker.of(fresh, question);
        assertThat(source.calls()).hasSize(2);
        assertThat(step.heard()).containsExactly("aside for wire begins");
        source.last().answer(SourceAnswer.NONE);

        assertThat(step.heard()).containsExactly("aside for wire begins", "refreshed", "aside for wire ends");
    }
}
