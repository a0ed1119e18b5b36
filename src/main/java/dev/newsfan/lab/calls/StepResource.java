package dev.newsfan.lab.calls;

import dev.newsfan.config.LabConfig;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor.Timing;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The service's own steps for the fan-out experiment: two slow ones and three quick ones. */
@Experiment
@Path(LabConfig.STEPS + "{step}")
class StepResource {

    private static final Duration QUICK = Duration.ofMillis(10);

    /** How long they take, by name. */
    static final Map<String, Duration> STEPS = Map.of(
            "one", Duration.ofSeconds(3), "two", Duration.ofSeconds(4), "three", QUICK, "four", QUICK, "five", QUICK);

    private final Clock clock;

    StepResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    public Uni<Answer> step(@RestPath String step, @BeanParam LabRequest request) {
        Optional<Duration> usual = Optional.ofNullable(STEPS.get(step));
        Duration time = request.seconds(usual.orElseThrow(NotFoundException::new));
        String loop = Thread.currentThread().getName();
        return clock.pass(time).map(passed -> new Answer(step, loop, Timing.of(time), Timing.of(request.spent())));
    }

    record Answer(String step, String thread, Timing predicted, Timing measured) {}
}
