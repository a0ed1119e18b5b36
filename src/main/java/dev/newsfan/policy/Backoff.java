package dev.newsfan.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Leaves a source alone for as long as it wishes: it has said so by Retry-After (RFC 9110, section 10.2.3), or by 429, which means
 * 10 s if it doesn't say for how long. Until then every call fails at once, with the code of that answer.
 */
public final class Backoff implements Policy {

    private final Timing timing;
    private final PolicyEvents events;
    /** The one that lasts longest. */
    private final AtomicReference<Optional<Wish>> latest = new AtomicReference<>(Optional.empty());

    private final Guard.Ending remembering = new Guard.Ending() {
        @Override
        public void failed(Throwable failure) {
            SourceException.reasonOf(failure)
                    .ifPresent(reason -> reason.wish().ifPresent(time -> remember(reason, time)));
        }
    };

    /** @param until in nanoseconds of {@link Timing#nanos()} */
    private record Wish(long until, FailureReason reason) {}

    public Backoff(Timing timing, PolicyEvents events) {
        this.timing = timing;
        this.events = events;
    }

    @Override
    public Ask around(Ask next) {
        return new Guarded(this::enter, next);
    }

    /** How much longer the source is left alone; zero if it isn't. */
    public Duration leftAlone() {
        return latest.get()
                .map(wish -> Duration.ofNanos(Math.max(0, wish.until() - timing.nanos())))
                .orElse(Duration.ZERO);
    }

    private Guard.Ending enter(Question question) {
        Optional<Wish> wish = latest.get();
        if (wish.isPresent()) {
            long left = wish.get().until() - timing.nanos();
            if (left > 0) {
                events.count(PolicyEvent.BACKED_OFF, question);
                throw new SourceException(wish.get().reason().backedOff(Duration.ofNanos(left)));
            }
        }
        return remembering;
    }

    private void remember(FailureReason reason, Duration time) {
        Wish wish = new Wish(timing.nanos() + time.toNanos(), reason);
        latest.updateAndGet(now -> Optional.of(
                now.filter(before -> before.until() - wish.until() > 0).orElse(wish)));
    }
}
