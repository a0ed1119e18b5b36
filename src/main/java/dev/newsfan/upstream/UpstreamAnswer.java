package dev.newsfan.upstream;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a source has answered, whatever its status, as it came: nothing is unpacked or read yet.
 *
 * @param status of HTTP
 * @param headers gives the first value of a header, or null; its name in any case
 * @param body all of it; empty if there is none
 * @param url where it came from, without its query, which may hold a key; empty if from the source's own URL
 * @param missing how many parts of it couldn't be had, if it is made of several
 * @param peer the address that it came from, of a redirect; empty if nobody knows
 */
public record UpstreamAnswer(
        int status,
        UnaryOperator<String> headers,
        byte[] body,
        Optional<String> url,
        int missing,
        Optional<InetAddress> peer) {

    /** In what the body is, and how it may be asked for again, which says nothing of one that was made of several. */
    private static final Set<String> OF_THE_BODY = Set.of("content-encoding", "content-type", "content-length");

    private static final Set<String> VALIDATORS = Set.of("etag", "last-modified");

    /** From the source's own URL. */
    public UpstreamAnswer(int status, UnaryOperator<String> headers, byte[] body) {
        this(status, headers, body, Optional.empty(), 0, Optional.empty());
    }

    /** The same from somewhere else. */
    public UpstreamAnswer at(String place) {
        return new UpstreamAnswer(status, headers, body, Optional.of(place), missing, peer);
    }

    /** The same from this address. */
    UpstreamAnswer from(Optional<InetAddress> address) {
        return new UpstreamAnswer(status, headers, body, url, missing, address);
    }

    /** The same with parts of it missing. */
    public UpstreamAnswer missing(int parts) {
        return new UpstreamAnswer(status, headers, body, url, parts, peer);
    }

    /** What this is the index of: one answer in JSON. If some of it is missing it must not be said to hold still. */
    public UpstreamAnswer joined(byte[] whole, int partsMissing) {
        UnaryOperator<String> kept = name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (OF_THE_BODY.contains(lower) || partsMissing > 0 && VALIDATORS.contains(lower)) {
                return null;
            }
            return headers.apply(name);
        };
        return new UpstreamAnswer(status, kept, whole, url, partsMissing, peer);
    }

    /** The first value of a header, if there is one. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
