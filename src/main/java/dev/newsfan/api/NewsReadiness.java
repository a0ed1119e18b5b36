package dev.newsfan.api;

import dev.newsfan.desk.Admission;
import dev.newsfan.desk.Sources;
import dev.newsfan.fanout.Mode;
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

    private final Sources sources;
    private final Admission admission;
    private final Door door;

    NewsReadiness(Sources sources, Admission admission, Door door) {
        this.sources = sources;
        this.door = door;
        this.admission = admission;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var response = HealthCheckResponse.named("news")
                .status(!door.isClosed())
                .withData("sources", String.join(", ", sources.names()));
        for (Mode mode : Mode.values()) {
            response.withData(mode.word() + "_at_work", admission.atWork(mode) + " of " + admission.limit(mode));
        }
        return Uni.createFrom().item(response.build());
    }
}
