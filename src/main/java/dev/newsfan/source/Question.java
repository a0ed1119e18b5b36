package dev.newsfan.source;

import java.util.Map;

/**
 * What a request asks of its sources, beyond what each source's URL says by itself.
 *
 * @param parameters query parameters that are added to the URL's own, in no particular order; never null
 * @param again whether it has been asked before and got no answer: it then takes a new connection
 */
public record Question(Map<String, String> parameters, boolean again) {

    /** Nothing: the URL is asked as it is. */
    public static final Question NONE = new Question(Map.of());

    /** A question that hasn't been asked yet. */
    public Question(Map<String, String> parameters) {
        this(parameters, false);
    }

    public Question {
        parameters = Map.copyOf(parameters);
    }

    /** The same, asked for the second time. */
    Question onceMore() {
        return new Question(parameters, true);
    }
}
