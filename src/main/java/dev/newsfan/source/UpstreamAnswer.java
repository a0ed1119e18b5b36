package dev.newsfan.source;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a source has answered, whatever its status, as it came: nothing is unpacked or read yet.
 *
 * @param status of HTTP
 * @param headers gives the first value of a header, or null; its name in any case
 * @param body all of it; empty if there is none
 */
record UpstreamAnswer(int status, UnaryOperator<String> headers, byte[] body) {

    /** The first value of a header, if there is one. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }
}
