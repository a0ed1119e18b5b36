package dev.newsfan.source;

import dev.newsfan.policy.Timing;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parts of a source's last answer, so that the next one costs the new ones only: what an index names hardly changes. It holds
 * what the index names that was seen last, none for longer than an hour. Safe for all threads.
 */
final class PartMemory {

    private static final Duration LONGEST = Duration.ofHours(1);

    private record Part(byte[] body, long until) {}

    private final Timing timing;
    private final Map<URI, Part> parts = new ConcurrentHashMap<>();

    PartMemory(Timing timing) {
        this.timing = timing;
    }

    /** One that was asked for not long ago. */
    Optional<byte[]> find(URI url) {
        return Optional.ofNullable(parts.get(url))
                .filter(part -> part.until - timing.nanos() > 0)
                .map(Part::body);
    }

    void keep(URI url, byte[] body) {
        parts.put(url, new Part(body, timing.nanos() + LONGEST.toNanos()));
    }

    /** Forgets all but these. */
    void keepOnly(Collection<URI> urls) {
        parts.keySet().retainAll(urls);
    }

    /** How many there are. */
    int size() {
        return parts.size();
    }
}
