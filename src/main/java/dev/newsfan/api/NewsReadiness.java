package dev.newsfan.api;

import dev.newsfan.aggregate.SourceCatalog;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admission;
import dev.newsfan.http.ConcurrencyLimiter;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as soon as the sources are set up and until the service is told to stop. A source that fails doesn't make the
 * service unready, as every replica asks the same ones; nor does a full mode, which answers 503 by itself.
 *
 * <p>Asynchronous, so that the answer comes also when every worker thread waits for a source.
 */
@Readiness
@Singleton
class NewsReadiness implements AsyncHealthCheck {

    private final SourceCatalog catalog;
    private final Admission admission;

    NewsReadiness(SourceCatalog catalog, Admission admission) {
        this.catalog = catalog;
        this.admission = admission;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var response = HealthCheckResponse.named("news")
                .status(!admission.isClosed())
                .withData("sources", String.join(", ", catalog.names()));
        for (Mode mode : Mode.values()) {
            ConcurrencyLimiter limiter = admission.limiter(mode);
            response.withData(mode.word() + "_at_work", limiter.inUse() + " of " + limiter.limit());
        }
        return Uni.createFrom().item(response.build());
    }
}
