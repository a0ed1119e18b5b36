package dev.newsfan.source;

import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Format;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** One upstream news API or feed, ready to be asked from any thread. */
public final class Source {

    private final String name;
    private final SourceConfig config;
    private final int connections;
    private final Ask ask;

    /**
     * A source with a pool of connections of its own.
     *
     * @param config checked before
     * @param format the one that the configuration names
     * @param pool where large answers are read
     * @param concurrentCalls how many calls its connections must carry if its configuration doesn't say how many there are
     */
    Source(String name, SourceConfig config, Format format, ComputePool pool, int concurrentCalls) {
        this.name = name;
        this.config = config;
        this.connections = config.connections().orElseGet(() -> Math.ceilDiv(concurrentCalls, callsPerConnection()));
        UpstreamApi client = UpstreamClient.of(name, config, connections);
        AnswerReader reader = new AnswerReader(name, format, config.url().orElseThrow());
        this.ask = Policies.around(new Fetch(client, reader, pool), Policies.of());
    }

    /** As in the configuration. */
    public String name() {
        return name;
    }

    /** The name of the format that it writes its answer in. */
    public String format() {
        return config.format().orElseThrow();
    }

    /** The longest that a call may take. */
    public Duration timeout() {
        return config.timeout();
    }

    /** The most connections to this source. */
    int connections() {
        return connections;
    }

    /** How many calls a connection carries at a time. */
    int callsPerConnection() {
        return config.http2() ? SourceConfig.STREAMS_PER_CONNECTION : 1;
    }

    /**
     * Asks the source under its policies, anew with each subscription. Cancelling it ends the call. No deadline is kept here
     * but the caller's.
     *
     * @return emits what it delivers, or fails with a {@link SourceException} whose message is the reason; any other failure
     *     is a mistake of ours
     */
    public Uni<FetchResult> ask(Question question) {
        return ask.ask(question);
    }
}
