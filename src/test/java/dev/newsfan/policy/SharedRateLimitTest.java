package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
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
    private final SourceException byItself =
            new SourceException(FailureReason.rateLimited(RATE, Duration.ofSeconds(7)));

    /** Of each replica, which by itself would never ask. */
    private final List<Ask> replicas = Stream.generate(() -> new SharedRateLimit(
                            store,
                            "wire",
                            RATE,
                            next -> question -> Uni.createFrom().failure(byItself),
                            events)
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
        assertThat(ask(0).getFailure()).isSameAs(byItself);

        store.isGone();
        assertThat(ask(1).getFailure()).isSameAs(byItself);
        assertThat(source.calls()).isEmpty();
    }
}
