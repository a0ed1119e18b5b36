package dev.newsfan.format;

import java.util.Objects;
import java.util.Optional;

/**
 * A source's answer, as it came.
 *
 * @param body not empty; whoever reads it doesn't write to it
 * @param contentType the whole Content-Type header, if there was one
 * @param url where it came from, absolute, as links in it may be relative to that; empty if nobody knows
 */
public record Answer(byte[] body, Optional<String> contentType, Optional<String> url) {

    public Answer {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(url, "url");
    }
}
