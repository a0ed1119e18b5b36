package dev.newsfan.api;

import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Parameters;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the query parameters of the news and of a race. */
final class NewsParameters {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;
    static final int LONGEST_WORD = 100;

    /** How old an answer may be in a race with a cache. */
    static final Duration RACE_FRESH_FOR = Duration.ofMinutes(1);

    private NewsParameters() {}

    /** @param knownSources the sources that can be asked, in their order; without {@code sources} all are */
    static NewsQuery news(UriInfo uri, List<String> knownSources) throws BadParameterException {
        return news(Parameters.of(uri, "sources", "q", "limit"), knownSources);
    }

    /** The same of parameters that may hold others, too. */
    static NewsQuery news(Parameters parameters, List<String> knownSources) throws BadParameterException {
        List<String> sources = parameters.names("sources", "source", knownSources);
        return new NewsQuery(sources, word(parameters), parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /**
     * What a race asks for: all articles of the sources, as many as the largest answer has; on demand with a cache, also where the
     * configuration has none.
     */
    static NewsQuery race(Parameters parameters, List<String> knownSources) throws BadParameterException {
        boolean cached = parameters.word("cache", "false", "true").equals("true");
        return new NewsQuery(
                parameters.names("sources", "source", knownSources),
                Optional.empty(),
                MAX_LIMIT,
                cached ? RACE_FRESH_FOR : Duration.ZERO);
    }

    private static Optional<String> word(Parameters parameters) throws BadParameterException {
        Optional<String> word = parameters.value("q").map(String::strip);
        int length = word.map(String::length).orElse(1);
        if (length < 1 || length > LONGEST_WORD) {
            throw new BadParameterException(
                    "q", "The word \"q\" has " + length + " characters; allowed: 1 to " + LONGEST_WORD + ".");
        }
        return word;
    }
}
