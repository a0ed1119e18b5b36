package dev.newsfan.api;

import dev.newsfan.aggregate.NewsQuery;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param title what was asked for, in words
 * @param self where it was asked for, with what: a feed with other parameters is another feed
 * @param home the page for people
 */
record FeedHead(String title, String self, String home) {

    private static final String NAME = "Newsfan";

    /** @param knownSources all that could have been asked */
    static FeedHead of(UriInfo uri, NewsQuery query, List<String> knownSources) {
        String sources = query.sources().equals(knownSources) ? NAME : NAME + ": " + String.join(", ", query.sources());
        String title =
                query.word().map(word -> sources + " with “" + word + "”").orElse(sources);
        return new FeedHead(
                title, uri.getRequestUri().toASCIIString(), uri.getBaseUri().toASCIIString());
    }
}
