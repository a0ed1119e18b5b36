package dev.newsfan.lab.hedging;

import dev.newsfan.http.Clock;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Something far away that takes ten times as long for each twentieth call. From any thread. */
final class SlowNowAndThen implements Ask {

    static final Duration USUAL = Duration.ofMillis(50);
    static final Duration SLOW = USUAL.multipliedBy(10);
    static final int ONE_IN = 20;

    private final Clock clock;
    private final AtomicInteger calls = new AtomicInteger();

    SlowNowAndThen(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom()
                .deferred(() -> clock.pass(calls.incrementAndGet() % ONE_IN == 0 ? SLOW : USUAL))
                .replaceWith(SourceAnswer.NONE);
    }

    /** That have come so far. */
    int calls() {
        return calls.get();
    }
}
