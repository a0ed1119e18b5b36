package dev.newsfan.source;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Backoff;
import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.Bulkhead;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.Hedge;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.RateLimit;
import dev.newsfan.policy.Retry;
import dev.newsfan.policy.RetryBudget;
import dev.newsfan.policy.Share;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedRateLimit;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.Timing;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Which policies stand between the fan-out and a source: the one place where they are put together. */
final class Policies {

    private final Freshness freshness;
    private final Share share;
    private final Optional<SharedCache> sharedCache;
    private final Optional<Hedge> hedge;
    private final Optional<Retry> retry;
    private final Optional<Breaker> breaker;
    private final Optional<Backoff> backoff;
    private final Optional<Bulkhead> bulkhead;
    private final Optional<RateLimit> rateLimit;
    private final Optional<SharedRateLimit> sharedRateLimit;

    /**
     * Those of one source.
     *
     * @param source its name
     * @param place where replicas find its answers
     */
    Policies(
            String source,
            PolicySettings settings,
            Source.Means means,
            SharedCache.Place place,
            Duration timeout,
            PolicyEvents events) {
        Timing timing = means.timing();
        SharedStore store = means.store();
        freshness = new Freshness(source, settings, timeout, means.cache(), timing, events);
        share = new Share(settings.share(), timeout, timing, events, Policies::here);
        sharedCache = Optional.of(store)
                .filter(SharedStore::isThere)
                .map(there -> new SharedCache(there, place, settings, timing, events));
        hedge = settings.hedgeAfter().map(after -> new Hedge(after, timing, events));
        retry = Optional.of(settings.retries())
                .filter(retries -> retries > 0)
                .map(retries -> new Retry(retries, new RetryBudget(), timing, events));
        breaker = Optional.of(settings.breakerWait())
                .filter(_ -> settings.breaker())
                .map(wait -> new Breaker(wait, settings.retries() > 0, timing, events));
        backoff = Optional.of(new Backoff(timing, events)).filter(_ -> settings.backoff());
        bulkhead = settings.bulkhead().map(most -> new Bulkhead(most, events));
        rateLimit = settings.maxRate().map(rate -> new RateLimit(rate.part(means.replicas()), timing, events));
        sharedRateLimit = rateLimit
                .filter(_ -> store.isThere())
                .map(alone ->
                        new SharedRateLimit(store, source, settings.maxRate().orElseThrow(), alone, events));
    }

    /** A source's policies: a call meets them in this order, its answer in the opposite one. */
    List<Policy> outermostFirst() {
        return Stream.of(
                        Optional.of(freshness),
                        Optional.of(share),
                        sharedCache,
                        hedge,
                        retry,
                        breaker,
                        backoff,
                        bulkhead,
                        rate())
                .<Policy>flatMap(Optional::stream)
                .toList();
    }

    /** Lets one more request of a call through, or fails, as the source's rate does; what it emits says nothing. */
    Ask permit() {
        Ask free = question -> Uni.createFrom().item(SourceAnswer.NONE);
        return rate().<Ask>map(limit -> limit.around(free)).orElse(free);
    }

    /** Where replicas count together, they do. */
    private Optional<? extends Policy> rate() {
        return sharedRateLimit.isPresent() ? sharedRateLimit : rateLimit;
    }

    Freshness freshness() {
        return freshness;
    }

    Optional<Breaker> breaker() {
        return breaker;
    }

    Optional<Backoff> backoff() {
        return backoff;
    }

    Optional<RateLimit> rateLimit() {
        return rateLimit;
    }

    /** The event loop that this runs on; anywhere, if it is none. */
    private static Executor here() {
        Context home = Vertx.currentContext();
        if (home == null || !Context.isOnEventLoopThread()) {
            return Runnable::run;
        }
        return task -> home.runOnContext(run -> task.run());
    }
}
