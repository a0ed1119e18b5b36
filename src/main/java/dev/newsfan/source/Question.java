package dev.newsfan.source;

import java.util.Map;

/**
 * What a request asks of its sources, beyond what each source's URL says by itself.
 *
 * @param parameters query parameters that are added to the URL's own, in no particular order; never null
 */
public record Question(Map<String, String> parameters) {

    /** Nothing: the URL is asked as it is. */
    public static final Question NONE = new Question(Map.of());

    public Question {
        parameters = Map.copyOf(parameters);
    }
}
