package dev.newsfan.lab.loops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Clock;
import dev.newsfan.http.EventStream;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.eventloops.EventLoops;
import dev.newsfan.lab.eventloops.Heartbeat;
import dev.newsfan.lab.eventloops.Heartbeat.Pulse;
import dev.newsfan.lab.eventloops.Heartbeat.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The same wait, done wrong and done right, on an event loop; and the ticks of all loops, to look on. */
@Experiment
@Named("loops")
@Path("/lab")
class LoopsResource implements Predictor {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private final EventLoops loops;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final EventStream stream;

    LoopsResource(EventLoops loops, Heartbeat heartbeat, Clock clock, EventStream stream) {
        this.loops = loops;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.stream = stream;
    }

    /** Wrong: it sleeps on the event loop, and everybody whom this loop serves sleeps with it. */
    @GET
    @Path("wrong")
    public Uni<Answer> wrong(@BeanParam LabRequest request) {
        Duration time = request.seconds(USUAL);
        String loop = loops.toFreeze();
        AdmittedRequest admitted = request.admitted();
        Uni<Void> sleep = Uni.createFrom().voidItem().invoke(Unchecked.consumer(begin -> admitted.sleep(time)));
        return watched(loop, sleep.runSubscriptionOn(loops.executor(loop)), time, time, request);
    }

    /** Right: a timer of the event loop rings when the time has passed. The next needn't wait for a caller who has gone. */
    @GET
    @Path("right")
    public Uni<Answer> right(@BeanParam LabRequest request) {
        Duration time = request.seconds(USUAL);
        AdmittedRequest admitted = request.admitted();
        Uni<Void> gone = Uni.createFrom().emitter(wait -> admitted.whenEnded(() -> wait.complete(null)));
        Uni<Void> ring = Uni.combine().any().of(clock.pass(time), gone);
        return watched(Thread.currentThread().getName(), ring, time, Duration.ZERO, request);
    }

    private Uni<Answer> watched(String loop, Uni<Void> wait, Duration time, Duration freeze, LabRequest request) {
        String thread = Thread.currentThread().getName();
        Optional<String> note = freeze.isZero() ? Optional.empty() : loops.note(loop);
        Times predicted = Times.predicted(time, freeze);
        return loops.inTurn(() -> heartbeat.during(() -> wait.map(ended -> request.spent())))
                .map(seen -> new Answer(loop, thread, seen.loops(), note, predicted, seen.measured(seen.item())));
    }

    /** The ticks as they happen, until the budget of an experiment is over; begins with {@code loops}. */
    @GET
    @Path("heartbeat")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> heartbeat(@BeanParam LabRequest request) {
        request.fields();
        String loop = Thread.currentThread().getName();
        Loops first = new Loops(loops.names(), Heartbeat.EVERY, loop, Heartbeat.now());
        loops.audience(loop, 1);
        request.admitted().whenEnded(() -> loops.audience(loop, -1));
        return stream.of(
                request.admitted(),
                stream.one("loops", () -> first),
                heartbeat.ticks().map(tick -> stream.event("beat", tick)));
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Duration time = request.seconds(USUAL);
        List<Bar> bars = List.of(Bar.of(1, Optional.of(time)));
        return List.of(
                new Prediction<>("wrong", Times.predicted(time, time), bars),
                new Prediction<>("right", Times.predicted(time, Duration.ZERO), bars));
    }

    @JsonInclude(Include.NON_ABSENT)
    record Answer(
            String loop, String thread, List<Pulse> loops, Optional<String> note, Times predicted, Times measured) {}

    @RegisterForReflection
    private record Loops(List<String> loops, Duration every, String deliveredBy, Instant now) {}
}
