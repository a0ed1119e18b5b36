package dev.newsfan.telemetry;

import io.prometheus.client.exemplars.ExemplarSampler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Has metrics come without exemplars. Where OpenTelemetry is there, traces or not, Quarkus has each metric look for a span in the
 * current context, and on an event loop make a context for that first; as spans are passed on by hand there never is one.
 */
@Singleton
final class NoExemplars {

    @Produces
    @Alternative
    @Priority(1)
    @Dependent
    Optional<ExemplarSampler> exemplars() {
        return Optional.empty();
    }
}
