package dev.newsfan.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets nothing that a caller thinks of into the metrics of requests: Quarkus takes the method as it comes, and for the route the
 * path where there is no resource, such as that of a file, of which a caller can write each letter in two ways.
 */
@Singleton
final class RequestTags implements HttpServerMetricsTagsContributor {

    private static final String REQUESTS = "http.server.requests";
    private static final String METHOD = "method";
    private static final String URI = "uri";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");
    /** As the conventions of OpenTelemetry have it. */
    private static final String OTHER_METHOD = "_OTHER";

    private static final String OTHER_ROUTE = "other";
    private static final Tags NOTHING_THERE = Tags.of(URI, "NOT_FOUND");
    private static final Tags NO_ROUTE = Tags.of(URI, OTHER_ROUTE);

    /** Where Quarkus notes the path of a resource, as it is declared. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** The resources that have answered. */
    private final Set<String> routes = ConcurrentHashMap.newKeySet();

    /** An answer has been made. */
    @Override
    public Tags contribute(Context answered) {
        if (answered.requestContextLocalData(TEMPLATE) != null) {
            return Tags.empty();
        }
        return answered.response().statusCode() == 404 ? NOTHING_THERE : NO_ROUTE;
    }

    /** Hears also of requests whose callers left before there was an answer, which nobody can contribute to. */
    @Produces
    @Singleton
    MeterFilter known() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) && id.getTag(URI) != null
                        ? withKnownRoute(withKnownMethod(id))
                        : id;
            }
        };
    }

    private static Meter.Id withKnownMethod(Meter.Id id) {
        return METHODS.contains(id.getTag(METHOD)) ? id : id.withTag(Tag.of(METHOD, OTHER_METHOD));
    }

    private Meter.Id withKnownRoute(Meter.Id id) {
        String route = id.getTag(URI);
        if (!"RESET".equals(id.getTag("status"))) {
            routes.add(route);
        }
        return routes.contains(route) ? id : id.withTag(Tag.of(URI, OTHER_ROUTE));
    }
}
