package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Lets a source be asked so often in so much time by all replicas together, who count in a {@link SharedStore}. While that is gone,
 * each has its part, of which the calls that it made before are taken.
 */
public final class SharedRateLimit implements Policy {

    private final SharedStore store;
    private final String key;
    private final Rate rate;
    private final RateLimit alone;
    private final PolicyEvents events;

    /**
     * For one source.
     *
     * @param source its name
     * @param rate of all replicas together
     * @param alone the rate of this replica's part, kept by itself
     */
    public SharedRateLimit(SharedStore store, String source, Rate rate, RateLimit alone, PolicyEvents events) {
        this.store = store;
        this.key = source + ":rate";
        this.rate = rate;
        this.alone = alone;
        this.events = events;
    }

    @Override
    public Ask around(Ask next) {
        Ask part = alone.around(next);
        return question -> Uni.createFrom().deferred(() -> {
            if (!store.isUp()) {
                return part.ask(question);
            }
            return store.permit(key, rate)
                    .onItemOrFailure()
                    .transformToUni((wait, gone) -> gone == null ? ask(next, question, wait) : part.ask(question));
        });
    }

    private Uni<SourceAnswer> ask(Ask next, Question question, Duration wait) {
        if (wait.isZero()) {
            alone.note();
            return next.ask(question);
        }
        events.count(PolicyEvent.RATE_LIMITED, question);
        return Uni.createFrom().failure(new SourceException(FailureReason.rateLimited(rate, wait)));
    }
}
