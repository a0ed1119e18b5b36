package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.HedgeAfter;
import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All policies that forbid and repeat calls, around each other. */
class PolicyChainTest {

    private static final int CALLS = 3_000;
    private static final int MOST = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final FailureReason[] REASONS = {
        FailureReason.status(500),
        FailureReason.status(503),
        FailureReason.status(503).notBefore(Duration.ofMillis(300)),
        FailureReason.status(429).notBefore(Duration.ofMillis(200)),
        FailureReason.brokenOff().notBefore(Duration.ZERO),
        FailureReason.notConnected(),
    };

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final BusySource source = new BusySource();
    private final Bulkhead bulkhead = new Bulkhead(MOST, events);
    private final Breaker breaker = new Breaker(Duration.ofSeconds(1), true, timing, events);
    private final RateLimit rate = new RateLimit(new Rate(500, Duration.ofMinutes(1)), timing, events);
    private final Ask ask = Policy.around(
            source,
            List.of(
                    new Hedge(new HedgeAfter(Optional.empty(), Optional.of(Duration.ofMillis(100))), timing, events),
                    new Retry(2, new RetryBudget(), timing, events, () -> 0.5),
                    breaker,
                    new Backoff(timing, events),
                    bulkhead,
                    rate));

    private final List<Asker> askers = Collections.synchronizedList(new ArrayList<>());

    private void askAndLeave(Random random) {
        Asker asker = Asker.of(ask, Question.NONE.within(TIMEOUT, timing));
        if (random.nextInt(3) == 0) {
            asker.leave();
            assertThat(asker.told()).isLessThanOrEqualTo(1);
        } else {
            askers.add(asker);
        }
    }

    /** Of one call, whoever asked. */
    private void end(Random random) {
        int ending = random.nextInt(2 * REASONS.length);
        source.next().ifPresent(call -> {
            if (ending < REASONS.length) {
                call.fail(REASONS[ending]);
            } else {
                call.answer();
            }
        });
    }

    private void checkThatNothingIsLeft() {
        timing.pass(TIMEOUT);
        for (var call = source.next(); call.isPresent(); call = source.next()) {
            call.get().answer();
            timing.pass(TIMEOUT);
        }
        assertThat(askers).isNotEmpty().allMatch(asker -> asker.told() == 1);
        assertThat(source.underWay()).isZero();
        assertThat(source.most()).isLessThanOrEqualTo(MOST);
        assertThat(bulkhead.inUse()).isZero();
        assertThat(timing.planned()).isZero();
        timing.pass(Duration.ofMinutes(1));
        assertThat(rate.left()).isEqualTo(500);
        Asker last = Asker.of(ask);
        source.next().orElseThrow().answer();
        assertThat(last.answer()).isEqualTo(SourceAnswer.NONE);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    private void checkThatMuchHasHappened() {
        assertThat(List.of(
                        PolicyEvent.RETRIED,
                        PolicyEvent.HEDGED,
                        PolicyEvent.CIRCUIT_OPEN,
                        PolicyEvent.BACKED_OFF,
                        PolicyEvent.BULKHEAD_FULL))
                .allMatch(event -> events.total(event) > 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 6, 7})
    void everyAskerIsToldOnceAndNothingIsLeft(long seed) {
        Random random = new Random(seed);
        for (int call = 0; call < CALLS; call++) {
            askAndLeave(random);
            while (random.nextInt(4) > 0) {
                end(random);
            }
            timing.pass(Duration.ofMillis(random.nextInt(60)));
        }
        checkThatNothingIsLeft();
        checkThatMuchHasHappened();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thatHoldsForManyThreads(long seed) {
        try (AtOnce atOnce = new AtOnce()) {
            atOnce.each(thread -> {
                Random random = new Random(seed * AtOnce.THREADS + thread);
                for (int call = 0; call < CALLS; call++) {
                    askAndLeave(random);
                    end(random);
                    if (thread == 0) {
                        timing.pass(Duration.ofMillis(random.nextInt(40)));
                    }
                }
            });
        }
        checkThatNothingIsLeft();
    }
}
