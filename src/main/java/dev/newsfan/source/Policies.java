package dev.newsfan.source;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Retry;
import dev.newsfan.policy.Share;
import dev.newsfan.policy.Timing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Which policies stand between the fan-out and a source: the one place where they are put together. */
final class Policies {

    private final Freshness freshness;
    private final List<Policy> outermostFirst;

    Policies(
            String source,
            Duration timeout,
            PolicySettings settings,
            AnswerCache cache,
            Timing timing,
            PolicyEvents events) {
        freshness = new Freshness(source, settings, timeout, cache, timing, events);
        outermostFirst =
                List.of(freshness, new Share(settings.share(), timeout, timing, events, Policies::here), new Retry());
    }

    /** A source's policies: a call meets them in this order, its answer in the opposite one. */
    List<Policy> outermostFirst() {
        return outermostFirst;
    }

    Freshness freshness() {
        return freshness;
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
