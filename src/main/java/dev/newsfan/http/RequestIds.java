package dev.newsfan.http;

import dev.newsfan.timeline.TraceId;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives each request an id, that of its trace, and its answer the header {@value #HEADER} with it: whoever complains of an answer can
 * name the lines of the log that tell of it.
 */
@Singleton
final class RequestIds {

    static final String HEADER = "Trace-Id";

    private static final String KEY = RequestIds.class.getName();

    /** Before whoever may answer. */
    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            of(request);
            request.next();
        });
    }

    /** That of a request: the one of its caller's trace, or else one that is new. It stays the same, unless it is replaced. */
    static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String made = TraceId.of(Optional.ofNullable(request.request().getHeader("traceparent")));
        request.put(KEY, made);
        // Not before: whoever makes the answer may begin it anew, and the id may be replaced.
        request.addHeadersEndHandler(_ -> request.response().putHeader(HEADER, of(request)));
        return made;
    }

    /** Gives it another, by which others know it. */
    static void replace(RoutingContext request, String id) {
        request.put(KEY, id);
    }
}
