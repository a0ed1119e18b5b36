package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(2, "%d are at work");

    @Test
    void givesAsManyPermitsAsItsLimit() {
        assertThat(limiter.acquire()).isPresent();
        assertThat(limiter.acquire()).isPresent();
        assertThat(limiter.acquire()).isEmpty();

        assertThat(limiter.inUse()).isEqualTo(2);
        assertThat(limiter.refused()).isEqualTo(1);
        assertThat(limiter.full()).isEqualTo("2 are at work");
    }

    @Test
    void aPermitReleasedTwiceMakesRoomOnce() {
        limiter.acquire().orElseThrow();
        ConcurrencyLimiter.Permit permit = limiter.acquire().orElseThrow();

        permit.release();
        permit.release();

        assertThat(limiter.inUse()).isEqualTo(1);
        assertThat(limiter.acquire()).isPresent();
        assertThat(limiter.acquire()).isEmpty();
    }

    @Test
    void holdsItsLimitAgainstManyThreads() throws Exception {
        AtomicInteger in = new AtomicInteger();
        Callable<Integer> requests = () -> IntStream.range(0, 2000)
                .map(_ -> limiter.acquire().map(permit -> atWork(permit, in)).orElse(0))
                .max()
                .orElseThrow();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> most = new ArrayList<>();
            for (Future<Integer> seen : threads.invokeAll(List.of(requests, requests, requests, requests, requests))) {
                most.add(seen.get());
            }
            // Who has bad luck on a busy machine never gets in; but somebody does.
            assertThat(most).allMatch(inside -> inside <= 2).anyMatch(inside -> inside >= 1);
        }
        assertThat(limiter.inUse()).isZero();
    }

    private static int atWork(ConcurrencyLimiter.Permit permit, AtomicInteger in) {
        int inside = in.incrementAndGet();
        for (int i = ThreadLocalRandom.current().nextInt(50); i > 0; i--) {
            Thread.onSpinWait();
        }
        in.decrementAndGet();
        permit.release();
        return inside;
    }
}
