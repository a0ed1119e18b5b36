package dev.newsfan.format;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Formats for the tests of other rooms. */
public final class Formats {

    private Formats() {}

    /** NewsAPI's JSON. */
    public static Format newsApi() {
        return new NewsApiFormat(new ObjectMapper());
    }
}
