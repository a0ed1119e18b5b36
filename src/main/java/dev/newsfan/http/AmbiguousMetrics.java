package dev.newsfan.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Leaves out what Quarkus measures of "the" HTTP server at this moment. In production there are two, that of the news and that of
 * health and metrics; both measure themselves under the same names, and chance decides which of them is heard.
 *
 * <p>What is left names the port, unless that is any port that is free. Prometheus refuses a name with and without a port beside each
 * other, and the start would wait for ever for the server that can't be measured; so such a server has the port 0.
 */
@Singleton
final class AmbiguousMetrics {

    private static final Set<String> OF_A_PORT = Set.of(
            "http.server.bytes.read", "http.server.bytes.written", "http.server.connections", "http.server.errors");
    private static final String PORT = "server.port";

    @Produces
    @Singleton
    MeterFilter leftOut() {
        return MeterFilter.denyNameStartsWith("http.server.active.");
    }

    @Produces
    @Singleton
    MeterFilter anyPort() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                boolean lacksPort = OF_A_PORT.contains(id.getName()) && id.getTag(PORT) == null;
                return lacksPort ? id.withTag(Tag.of(PORT, "0")) : id;
            }
        };
    }
}
