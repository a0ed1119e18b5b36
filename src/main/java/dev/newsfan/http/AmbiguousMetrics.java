package dev.newsfan.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out what Quarkus measures of "the" HTTP server at this moment. In production there are two, that of the news and that of
 * health and metrics; both measure themselves under the same names, and chance decides which of them is heard.
 */
@Singleton
final class AmbiguousMetrics {

    @Produces
    @Singleton
    MeterFilter leftOut() {
        return MeterFilter.denyNameStartsWith("http.server.active.");
    }
}
