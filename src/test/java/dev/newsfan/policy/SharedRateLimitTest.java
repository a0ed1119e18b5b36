package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedRateLimitTest {

    private static final Rate RATE = new Rate(3, Duration.ofMinutes(1));

    private final ManualTiming timing = new ManualTiming();
    private final FakeStore store = new FakeStore(timing);
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();

    /** Of each replica, which by itself would ask once a minute. */
    private final List<Ask> replicas = Stream.generate(
                    () -> new SharedRateLimit(store, "wire", RATE, new RateLimit(RATE.part(3), timing, events), events)
                            .around(source))
            .limit(2)
            .toList();

    private UniAssertSubscriber<SourceAnswer> ask(int replica) {
        return replicas.get(replica).ask(Question.NONE).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void allReplicasTogetherAskSoOften() {
        ask(0);
        ask(1);
        timing.pass(Duration.ofSeconds(20));
        ask(0);

        FailureReason reason = ((SourceException) ask(1).getFailure()).reason();
        assertThat(reason.code()).isEqualTo("rate_limited");
        assertThat(reason.forbidden()).isTrue();
        assertThat(reason.retryAfter()).contains(Duration.ofSeconds(40));
        assertThat(source.calls()).hasSize(3);
        assertThat(events.total(PolicyEvent.RATE_LIMITED)).isEqualTo(1);
    }

    @Test
    void theyAskAgainAsTimePasses() {
        Stream.of(0, 1, 0).forEach(this::ask);
        timing.pass(Duration.ofMinutes(1));
        ask(1);

        assertThat(source.calls()).hasSize(4);
    }

    @Test
    void withoutTheStoreEachKeepsItsPart() {
        store.goes();
        Stream.of(0, 0).forEach(this::ask);
        assertThat(source.calls()).hasSize(1);

        store.isGone();
        Stream.of(0, 1, 1).forEach(this::ask);
        assertThat(source.calls()).hasSize(2);
    }

    @Test
    void whatWasCountedTogetherIsNotForgottenWithTheStore() {
        ask(0);
        store.goes();
        ask(0).assertFailedWith(SourceException.class);
        ask(1);
        assertThat(source.calls()).hasSize(2);

        timing.pass(Duration.ofMinutes(1));
        ask(0);
        assertThat(source.calls()).hasSize(3);
    }
}
