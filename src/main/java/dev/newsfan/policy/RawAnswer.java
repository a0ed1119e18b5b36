package dev.newsfan.policy;

import java.util.Map;

/**
 * A source's answer as it came, to be handed on and read elsewhere.
 *
 * @param headers those that its reader needs, by their names in lower case
 * @param body as it came, packed or not; not to be changed
 */
public record RawAnswer(Map<String, String> headers, byte[] body) {

    public RawAnswer {
        headers = Map.copyOf(headers);
    }
}
