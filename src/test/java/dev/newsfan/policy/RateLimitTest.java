package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final RateLimit limit = limit(3, Duration.ofMinutes(1));
    private final Ask ask = limit.around(source);

    private RateLimit limit(int calls, Duration period) {
        return new RateLimit(new Rate(calls, period), timing, events);
    }

    private void callTwentySecondsApart(int calls) {
        for (int call = 0; call < calls; call++) {
            Asker.of(ask);
            timing.pass(Duration.ofSeconds(20));
        }
    }

    @Test
    void refusesOneCallTooMany() {
        callTwentySecondsApart(2);
        Asker.of(ask);
        Asker.of(ask);
        timing.pass(Duration.ofMillis(1_500));

        FailureReason reason = Asker.of(ask).reason();

        assertThat(reason.code()).isEqualTo("rate_limited");
        assertThat(reason.words()).isEqualTo("not asked for another 19 s, as its rate of 3/1m is used up (max-rate)");
        assertThat(reason.retryAfter()).contains(Duration.ofMillis(18_500));
        assertThat(reason.forbidden()).isTrue();
        assertThat(source.calls()).hasSize(3);
        assertThat(events.total(PolicyEvent.RATE_LIMITED)).isEqualTo(2);
    }

    @Test
    void letsTheNextInWhenTheOldestIsAPeriodAgo() {
        callTwentySecondsApart(2);
        Asker.of(ask);

        timing.pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(limit.left()).isZero();
        assertThat(Asker.of(ask).told()).isEqualTo(1);

        timing.pass(Duration.ofNanos(1));
        assertThat(limit.left()).isEqualTo(1);
        assertThat(Asker.of(ask).waits()).isTrue();
        assertThat(Asker.of(ask).told()).isEqualTo(1);
    }

    @Test
    void aCallCountsHoweverItEnds() {
        Asker.of(ask).leave();
        Asker.of(ask);
        source.last().fail(FailureReason.notConnected());
        Asker.of(ask);
        source.last().answer(SourceAnswer.NONE);

        assertThat(limit.left()).isZero();
        assertThat(source.calls().getFirst().isCancelled()).isTrue();
    }

    @Test
    void aQuestionCountsOnlyWhenItIsAsked() {
        ask.ask(Question.NONE);

        assertThat(limit.left()).isEqualTo(3);
    }

    @Test
    void whatIsRefusedDoesNotCount() {
        IntStream.range(0, 10).forEach(call -> Asker.of(ask));

        timing.pass(Duration.ofMinutes(1));

        assertThat(limit.left()).isEqualTo(3);
    }

    /** By comparison with all calls that were ever made. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "16, 3", "17, 4", "40, 5", "100, 6", "1000, 7"})
    void noStretchOfAPeriodHasMoreAndNoneLessThanItMay(int calls, long seed) {
        Random random = new Random(seed);
        Duration period = Duration.ofSeconds(1 + random.nextInt(100));
        RateLimit some = limit(calls, period);
        List<Long> made = new ArrayList<>();
        Ask counted = some.around(question -> {
            made.add(timing.nanos());
            return Uni.createFrom().item(SourceAnswer.NONE);
        });
        for (int tries = 0; tries < 5 * calls + 200; tries++) {
            // More and more; sometimes a burst, sometimes nothing for long.
            double patience = 40.0 / (1 + 40.0 * tries / (5 * calls + 200));
            long pause = random.nextInt(4) > 0 ? 0 : (long) (random.nextDouble() * patience * period.toNanos() / calls);
            timing.pass(Duration.ofNanos(random.nextInt(50 * calls) == 0 ? period.toNanos() : pause));
            long now = timing.nanos();
            long inPeriod =
                    made.stream().filter(time -> now - time < period.toNanos()).count();
            assertThat(some.left()).isEqualTo((int) (calls - inPeriod));

            int before = made.size();
            Asker.of(counted);

            assertThat(made.size() - before).isEqualTo(inPeriod < calls ? 1 : 0);
        }
        for (int call = calls; call < made.size(); call++) {
            assertThat(made.get(call) - made.get(call - calls)).isGreaterThanOrEqualTo(period.toNanos());
        }
        assertThat(made).hasSizeGreaterThan(calls);
    }

    @Test
    void countsExactlyWhateverThreadsDo() {
        int rate = 10_000;
        RateLimit some = limit(rate, Duration.ofDays(1));
        BusySource busy = new BusySource();
        Ask asked = some.around(busy);
        try (AtOnce atOnce = new AtOnce()) {
            for (int day = 1; day <= 3; day++) {
                atOnce.each(thread -> IntStream.range(0, rate / 2)
                        .forEach(call -> Asker.of(asked).leave()));
                assertThat(busy.calls()).isEqualTo(day * rate);
                assertThat(some.left()).isZero();
                timing.pass(Duration.ofDays(1));
            }
        }
        assertThat(events.total(PolicyEvent.RATE_LIMITED)).isEqualTo(3 * rate);
    }

    @Test
    void itsLogIsExactForManyThreads() {
        int calls = 100_000;
        CallLog log = new CallLog(new Rate(calls, Duration.ofDays(1)), timing);
        LongAdder taken = new LongAdder();
        try (AtOnce atOnce = new AtOnce()) {
            atOnce.each(thread ->
                    IntStream.range(0, calls / 2).filter(call -> log.tryTake()).forEach(call -> taken.increment()));
        }
        assertThat(taken.sum()).isEqualTo(calls);
        assertThat(log.left()).isZero();
    }
}
