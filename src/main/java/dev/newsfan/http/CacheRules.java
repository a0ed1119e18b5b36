package dev.newsfan.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Sees to it that each answer says, once, whether it may be used again (RFC 9111, section 5.2.2). Who makes an answer may say it;
 * otherwise data isn't kept at all, and of a file, which has no version in its name, a browser has to ask each time whether its copy
 * is the present one.
 */
@Singleton
final class CacheRules {

    /** What resources, problems and streams are written as, and no file of the page. */
    private static final String JSON = "json";

    private static final String STREAM = "text/event-stream";

    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(CacheRules::begin);
    }

    void route(@Observes ManagementInterface management) {
        route(management.router());
    }

    private static void begin(RoutingContext request) {
        request.addHeadersEndHandler(_ -> complete(request.response()));
        request.next();
    }

    private static void complete(HttpServerResponse response) {
        MultiMap headers = response.headers();
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL, isData(headers.get(HttpHeaders.CONTENT_TYPE)) ? "no-store" : "no-cache");
        }
        if (response.getStatusCode() == 304) {
            // Quarkus says that there is no coding; who has a packed answer could take it for that one's (RFC 9111,
            // section 3.2).
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    /** @param type null if there is none */
    private static boolean isData(String type) {
        return type != null && (type.contains(JSON) || type.startsWith(STREAM));
    }
}
