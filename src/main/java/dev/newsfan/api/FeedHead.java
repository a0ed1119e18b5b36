package dev.newsfan.api;

import dev.newsfan.aggregate.NewsQuery;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
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
    static FeedHead of(HttpServerRequest request, NewsQuery query, List<String> knownSources) {
        String origin = request.scheme() + "://" + authority(request);
        String asked = request.query() == null ? "" : "?" + request.query();
        return new FeedHead(title(query, knownSources), origin + request.path() + asked, origin + "/");
    }

    private static String title(NewsQuery query, List<String> knownSources) {
        String sources = query.sources().equals(knownSources) ? NAME : NAME + ": " + String.join(", ", query.sources());
        return query.word().map(word -> sources + " with “" + word + "”").orElse(sources);
    }

    /** What the caller calls this service; one that speaks HTTP/1.0 needn't say, and has found it all the same. */
    private static String authority(HttpServerRequest request) {
        HostAndPort named = request.authority();
        if (named != null && !named.host().isEmpty()) {
            return named.toString();
        }
        SocketAddress here = request.localAddress();
        String host = here.hostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + here.port();
    }
}
