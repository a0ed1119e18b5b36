package dev.newsfan.source;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Format;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.Kept;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedKey;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.policy.Timing;
import dev.newsfan.upstream.BytesInFlight;
import dev.newsfan.upstream.HttpUpstream;
import dev.newsfan.upstream.Route;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One upstream news API or feed, ready to be asked from any thread. */
public final class Source implements Kept {

    private final String name;
    private final SourceConfig config;
    private final int connections;
    private final HttpUpstream upstream;
    private final PolicySettings settings;
    private final PolicyEvents events = new PolicyEvents();
    private final Policies policies;
    private final CallHistory history;
    private final Ask ask;

    private Source(
            String name, SourceConfig config, PolicySettings settings, int connections, Format format, Means means) {
        this.name = name;
        this.config = config;
        this.connections = connections;
        this.upstream = new HttpUpstream(
                name,
                config,
                connections,
                format.accept(),
                means.vertx(),
                means.networks().apply(config),
                means.memory());
        AnswerReader reader = new AnswerReader(
                name, format, upstream.urlWithoutQuery(), config.maxSize(), config.maxArticles(), means.timing());
        ComputePool.Lane lane = means.pool().lane();
        this.settings = settings;
        SharedCache.Place place = new SharedCache.Place(
                new SharedKey(name, upstream.url().toString(), upstream.headers()),
                raw -> lane.run(reader.weight(raw), () -> reader.read(raw)),
                config.timeout());
        this.policies = new Policies(name, settings, means, place, config.timeout(), events);
        this.history = new CallHistory(means.timing());
        Parts parts = new Parts(reader, lane, means.timing(), settings.obey());
        Fetch fetch = new Fetch(upstream.calls(policies.permit(), events), parts, reader, lane);
        this.ask = Policy.around(history.around(fetch), policies.outermostFirst());
    }

    /**
     * What all sources share.
     *
     * @param timing that the policies go by
     * @param cache where answers are kept
     * @param store what replicas share
     * @param pool where large answers are read
     * @param memory that their bodies may take
     * @param concurrentCalls how many calls the connections of a source must carry if its configuration doesn't say how many
     *     there are
     * @param replicas how many services ask the same sources
     * @param networks how each source is reached
     */
    record Means(
            Vertx vertx,
            Timing timing,
            AnswerCache cache,
            SharedStore store,
            ComputePool pool,
            BytesInFlight memory,
            int concurrentCalls,
            int replicas,
            Function<SourceConfig, Route> networks) {

        /** With all of them reached as if the network were open. */
        Means(
                Vertx vertx,
                Timing timing,
                AnswerCache cache,
                SharedStore store,
                ComputePool pool,
                BytesInFlight memory,
                int concurrentCalls,
                int replicas) {
            this(vertx, timing, cache, store, pool, memory, concurrentCalls, replicas, source -> Route.DIRECT);
        }

        /** How often this service may ask a source at most, if all may so often: all of it where they count together. */
        Rate atMost(Rate ofAll) {
            return store.isThere() ? ofAll : ofAll.part(replicas);
        }
    }

    /**
     * A source with connections of its own.
     *
     * @param config checked before
     * @param settings of its policies
     * @param format the one that the configuration names
     */
    static Source of(String name, SourceConfig config, PolicySettings settings, Format format, Means means) {
        int connections = config.connections()
                .orElseGet(() -> Math.min(
                        SourceConfig.CONNECTIONS,
                        Math.ceilDiv(means.concurrentCalls(), HttpUpstream.callsPerConnection(config))));
        return new Source(name, config, settings, connections, format, means);
    }

    /** As in the configuration. */
    @Override
    public String name() {
        return name;
    }

    /** The name of the format that is configured: each answer tells in which it was found to be. */
    public String format() {
        return config.format();
    }

    /** The longest that a call may take. */
    public Duration timeout() {
        return config.timeout();
    }

    /** The most connections to this source. */
    public int connections() {
        return connections;
    }

    /** How many calls a connection carries at a time. */
    int callsPerConnection() {
        return HttpUpstream.callsPerConnection(config);
    }

    /** How many calls have a connection at this moment. */
    public int callsUnderWay() {
        return upstream.underWay();
    }

    /** How many calls wait for a connection at this moment. */
    public int callsWaiting() {
        return upstream.waiting();
    }

    /** How many connections carry a call at this moment, or several. */
    public int connectionsInUse() {
        return upstream.connectionsInUse();
    }

    /** How many connections are open and wait for the next call. */
    public int connectionsIdle() {
        return upstream.connectionsIdle();
    }

    /** What may serve where there is no fresh answer for this reason, if anything may: one that is kept. */
    public Optional<SourceAnswer> instead(Question question, FailureReason why) {
        return policies.freshness().instead(question, why);
    }

    /** The fresh answer that is kept, if there is one; counts as served. From any thread. */
    @Override
    public Optional<SourceAnswer> fresh(Question question) {
        return policies.freshness().fresh(question);
    }

    /** Whether its answer is kept and fresh at this moment; to look counts as nothing. From any thread. */
    @Override
    public boolean isFresh(Question question) {
        return policies.freshness().isFresh(question);
    }

    /**
     * Where it says that it has moved for good, as far as its last answer tells: a URL without its query; empty if it is where the
     * configuration has it. From any thread.
     */
    public Optional<String> movedTo() {
        return upstream.movedTo();
    }

    /** How long an answer may serve beyond its freshness; zero if it may not. */
    public Duration staleFor() {
        return settings.staleFor();
    }

    /** How long an answer is fresh, whatever the source says of it; zero if the source has the say. */
    public Duration freshFor() {
        return settings.freshFor();
    }

    /** What its policies hold at this moment; counts nothing. From any thread. */
    public PolicyState state() {
        return PolicyState.of(
                policies.freshness(),
                policies.breaker(),
                policies.backoff(),
                policies.rateLimit(),
                events.total(PolicyEvent.CALLED));
    }

    /** How its last call went; empty if there was none. From any thread. */
    public Optional<LastCall> lastCall() {
        return history.last();
    }

    /** When the newest article of its last answer was published; empty if nobody knows. From any thread. */
    public Optional<Instant> newestArticle() {
        return history.newest();
    }

    /** The name of the format that its last answer was found to be in; empty if there was none. From any thread. */
    public Optional<String> formatFound() {
        return history.format();
    }

    /** How long its last answers took on average, {@value CallHistory#ANSWERS} at most; empty if there was none. From any thread. */
    public Optional<Duration> averageTime() {
        return history.averageTime();
    }

    /** What its policies are. */
    PolicySettings settings() {
        return settings;
    }

    /** What its policies have done so far. */
    public PolicyEvents events() {
        return events;
    }

    /**
     * Asks the source under its policies, anew with each subscription. Cancelling it ends the call. No deadline is kept here
     * but the caller's.
     *
     * @return emits what it delivers, or fails with a {@link SourceException} whose message is the reason; any other failure
     *     is a mistake of ours
     */
    public Uni<SourceAnswer> ask(Question question) {
        return ask.ask(question);
    }
}
