package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Backoff;
import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.ManualTiming;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RateLimit;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyStateTest {

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final Freshness freshness = new Freshness(
            "wire",
            settings(Map.of("newsfan.fresh-for", "1m")),
            Duration.ofSeconds(5),
            new AnswerCache(1 << 20),
            timing,
            events);

    private final Breaker breaker = new Breaker(Duration.ofSeconds(10), true, timing, events);
    private final Backoff backoff = new Backoff(timing, events);
    private final RateLimit rate = new RateLimit(new Rate(3, Duration.ofDays(1)), timing, events);

    private static PolicySettings settings(Map<String, String> keys) {
        NewsfanConfig config = Configs.with(keys).getConfigMapping(NewsfanConfig.class);
        return PolicySettings.of(config, config);
    }

    private PolicyState state() {
        return PolicyState.of(freshness, Optional.of(breaker), Optional.of(backoff), Optional.of(rate), 7);
    }

    private void fetch() {
        freshness
                .around(question -> Uni.createFrom().item(SourceAnswer.NONE))
                .ask(Question.NONE)
                .await()
                .indefinitely();
    }

    private static void failing(Policy policy, FailureReason reason, int calls) {
        Ask failing = policy.around(question -> Uni.createFrom().failure(new SourceException(reason)));
        for (int call = 0; call < calls; call++) {
            assertThat(failing.ask(Question.NONE).subscribeAsCompletionStage()).isCompletedExceptionally();
        }
    }

    @Test
    void knowsForHowLongASourceIsLeftAlone() {
        assertThat(state().retryAfter()).isEmpty();
        failing(backoff, FailureReason.status(429).notBefore(Duration.ofSeconds(4)), 1);
        assertThat(state().retryAfter()).contains(Duration.ofSeconds(4));
        assertThat(state().breaker()).isEqualTo("closed");

        failing(breaker, FailureReason.status(500), 5);
        assertThat(state().breaker()).isEqualTo("open");
        assertThat(state().retryAfter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void knowsWhatIsLeftOfARate() {
        failing(rate, FailureReason.status(500), 2);

        assertThat(state().rateLeft()).contains(1L);
    }

    @Test
    void knowsThatNothingIsKept() {
        assertThat(state().answer()).isEqualTo(PolicyState.Answer.NONE);
        assertThat(state().age()).isEmpty();
        assertThat(state().calls()).isEqualTo(7);
    }

    @Test
    void knowsHowOldAFreshAnswerIs() {
        fetch();
        timing.pass(Duration.ofSeconds(12));

        assertThat(state().answer()).isEqualTo(PolicyState.Answer.FRESH);
        assertThat(state().age()).contains(Duration.ofSeconds(12));
    }

    @Test
    void knowsAnAnswerWhoseFreshnessIsOver() {
        fetch();
        timing.pass(Duration.ofSeconds(61));

        assertThat(state().answer()).isEqualTo(PolicyState.Answer.OLD);
        assertThat(state().age()).contains(Duration.ofSeconds(61));
    }

    @Test
    void isNoUseOfWhatIsKept() {
        fetch();
        timing.pass(Duration.ofSeconds(59));

        state();

        assertThat(events.total(PolicyEvent.FRESH)).isZero();
        assertThat(events.total(PolicyEvent.REFRESHED)).isZero();
    }
}
