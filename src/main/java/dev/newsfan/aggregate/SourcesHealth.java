package dev.newsfan.aggregate;

import dev.newsfan.source.PolicyState;
import dev.newsfan.source.Source;
import dev.newsfan.source.Sources;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Shows at {@code /q/health} how each source fares, as data. It is always up, and neither liveness nor readiness asks it: a
 * source that fails is no reason to take a replica away, as every other asks the same one.
 *
 * <p>Asynchronous, so that the answer comes also when every worker thread waits for a source.
 */
@Wellness
@Singleton
class SourcesHealth implements AsyncHealthCheck {

    private final Sources sources;

    SourcesHealth(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var response = HealthCheckResponse.named("sources").up();
        sources.inOrder().forEach(source -> describe(source, response));
        return Uni.createFrom().item(response.build());
    }

    /** A check's data is flat, so the name of the source begins each key. */
    private static void describe(Source source, HealthCheckResponseBuilder response) {
        String key = source.name() + ".";
        source.lastCall().ifPresent(last -> {
            response.withData(key + "last", last.outcome())
                    .withData(key + "last_at", last.at().toString())
                    .withData(key + "last_ms", last.elapsed().toMillis());
            last.code().ifPresent(code -> response.withData(key + "code", code));
        });
        PolicyState state = source.state();
        response.withData(key + "breaker", state.breaker());
        state.age().ifPresent(age -> response.withData(key + "answer_age", age.toSeconds()));
        state.retryAfter().ifPresent(time -> response.withData(key + "left_alone_for", time.toSeconds()));
        response.withData(key + "calls_waiting", source.callsWaiting());
    }
}
