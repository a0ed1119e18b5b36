package dev.newsfan.source;

import dev.newsfan.news.Delivery;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** One upstream news API or feed, ready to be asked. */
public final class Source {

    /**
     * How many calls one HTTP/2 connection carries at a time. The peer decides; it should not allow fewer (RFC 9113,
     * section 6.5.2).
     */
    public static final int STREAMS_PER_CONNECTION = 100;

    private final String name;
    private final SourceConfig config;
    private final AnswerReader reader;
    private final Decoders decoders;
    private final int connections;
    private final UpstreamApi upstream;

    /**
     * A source with a pool of connections of its own.
     *
     * @param config checked before
     * @param format the one that the configuration names
     * @param decoders where large answers are read
     * @param callsAtOnce how many calls its pool must carry if its configuration doesn't say how many connections
     */
    public Source(String name, SourceConfig config, Format format, Decoders decoders, int callsAtOnce) {
        this.name = name;
        this.config = config;
        this.reader = new AnswerReader(name, format);
        this.decoders = decoders;
        this.connections = config.connections().orElseGet(() -> Math.ceilDiv(callsAtOnce, callsPerConnection()));
        this.upstream = UpstreamClient.of(name, config, connections);
    }

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
    public int connections() {
        return connections;
    }

    /** How many calls a connection carries at a time. */
    public int callsPerConnection() {
        return config.http2() ? STREAMS_PER_CONNECTION : 1;
    }

    /**
     * Asks the source, anew with each subscription. Cancelling it ends the call. No deadline is kept here but the
     * caller's.
     *
     * @return emits the articles, or fails with a {@link SourceException} whose message is the reason; any other failure
     *     is a mistake of ours
     */
    public Uni<Delivery> ask() {
        return onceMoreIfClosedBefore(upstream.get())
                .onFailure()
                .transform(TransportFailure::explain)
                .onItem()
                .transformToUni(response -> decoders.decode(size(response), () -> reader.read(response)));
    }

    /** Of the connections in a pool, one may end just as a call takes it. The next one is another or a new one. */
    static <T> Uni<T> onceMoreIfClosedBefore(Uni<T> call) {
        return call.onFailure(TransportFailure::isClosedBefore).retry().atMost(1);
    }

    private static int size(RestResponse<?> response) {
        // With an error the entity is something else, and nobody reads it.
        return response.getEntity() instanceof byte[] body ? body.length : 0;
    }
}
