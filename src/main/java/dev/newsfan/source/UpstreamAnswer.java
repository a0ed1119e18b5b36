package dev.newsfan.source;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a source has answered, whatever its status, as it came: nothing is unpacked or read yet.
 *
 * @param status of HTTP
 * @param headers gives the first value of a header, or null; its name in any case
 * @param body all of it; empty if there is none
 * @param url where it came from, without its query, which may hold a key; empty if from the source's own URL
 * @param peer the address that it came from, of a redirect; empty if nobody knows
 */
record UpstreamAnswer(
        int status, UnaryOperator<String> headers, byte[] body, Optional<String> url, Optional<InetAddress> peer) {

    /** From the source's own URL. */
    UpstreamAnswer(int status, UnaryOperator<String> headers, byte[] body) {
        this(status, headers, body, Optional.empty(), Optional.empty());
    }

    /** The same from somewhere else. */
    UpstreamAnswer at(String place) {
        return new UpstreamAnswer(status, headers, body, Optional.of(place), peer);
    }

    /** The same from this address. */
    UpstreamAnswer from(Optional<InetAddress> address) {
        return new UpstreamAnswer(status, headers, body, url, address);
    }

    /** The first value of a header, if there is one. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
