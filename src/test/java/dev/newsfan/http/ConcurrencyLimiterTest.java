package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Limits;
import dev.newsfan.fanout.Mode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ConcurrencyLimiter admission =
            new ConcurrencyLimiter(new Limits(Map.of(Mode.SYNC, 1, Mode.ASYNC, 2, Mode.VIRTUAL, 3), 1), metrics);

    private double gauge(Mode mode) {
        return metrics.get("newsfan.requests.at.work")
                .tag("mode", mode.word())
                .gauge()
                .value();
    }

    private double refused(Mode mode) {
        return metrics.get("newsfan.requests.refused")
                .tag("mode", mode.word())
                .counter()
                .count();
    }

    @Test
    void aModeThatIsFullRefusesAndCountsIt() {
        assertThat(admission.enter(Mode.ASYNC)).isPresent();
        assertThat(admission.enter(Mode.ASYNC)).isPresent();
        assertThat(admission.enter(Mode.ASYNC)).isEmpty();

        assertThat(admission.atWork(Mode.ASYNC)).isEqualTo(2);
        assertThat(gauge(Mode.ASYNC)).isEqualTo(2);
        assertThat(refused(Mode.ASYNC)).isEqualTo(1);
        assertThat(refused(Mode.SYNC)).isZero();
    }

    @Test
    void oneModeThatIsFullDoesNotHinderAnother() {
        assertThat(admission.enter(Mode.SYNC)).isPresent();
        assertThat(admission.enter(Mode.SYNC)).isEmpty();
        assertThat(admission.enter(Mode.VIRTUAL)).isPresent();
    }

    @Test
    void whoLeavesMakesRoomOnceHoweverOften() {
        ConcurrencyLimiter.Place place = admission.enter(Mode.SYNC).orElseThrow();

        place.leave();
        place.leave();

        assertThat(admission.atWork(Mode.SYNC)).isZero();
        assertThat(admission.enter(Mode.SYNC)).isPresent();
        assertThat(admission.enter(Mode.SYNC)).isEmpty();
    }

    @Test
    void noMoreThanAllowedAreInAtAnyMomentAndNobodyIsForgotten() throws Exception {
        AtomicInteger in = new AtomicInteger();
        Callable<Integer> visits = () -> IntStream.range(0, 2000)
                .map(_ -> admission
                        .enter(Mode.VIRTUAL)
                        .map(place -> visit(place, in))
                        .orElse(0))
                .max()
                .orElseThrow();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> most = new ArrayList<>();
            for (Future<Integer> seen : threads.invokeAll(List.of(visits, visits, visits, visits, visits, visits))) {
                most.add(seen.get());
            }
            // Who has bad luck on a busy machine never gets in; but somebody does.
            assertThat(most).allMatch(inside -> inside <= 3).anyMatch(inside -> inside >= 1);
        }
        assertThat(admission.atWork(Mode.VIRTUAL)).isZero();
    }

    private static int visit(ConcurrencyLimiter.Place place, AtomicInteger in) {
        int inside = in.incrementAndGet();
        for (int i = ThreadLocalRandom.current().nextInt(50); i > 0; i--) {
            Thread.onSpinWait();
        }
        in.decrementAndGet();
        place.leave();
        return inside;
    }
}
