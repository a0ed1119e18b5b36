package dev.newsfan.lab.loops;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Budget;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.eventloops.EventLoops;
import dev.newsfan.lab.eventloops.LoopWatch;
import dev.newsfan.lab.eventloops.LoopWatch.Figures;
import dev.newsfan.lab.eventloops.LoopWatch.LoopReport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The same wait, done wrong and done right, on an event loop. */
@Experiment("loops")
@Path("/lab")
class LoopsResource implements Predictor {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private final EventLoops loops;
    private final LoopWatch watch;
    private final Clock clock;

    LoopsResource(EventLoops loops, LoopWatch watch, Clock clock) {
        this.loops = loops;
        this.watch = watch;
        this.clock = clock;
    }

    /** Wrong: it sleeps on the event loop, and everybody whom this loop serves sleeps with it. */
    @GET
    @Path("wrong")
    public Uni<Answer> wrong(@BeanParam LabRequest request) {
        Duration time = time(request);
        String loop = loops.toFreeze();
        AdmittedRequest admitted = request.admitted();
        Uni<Void> sleep = Uni.createFrom().voidItem().invoke(Unchecked.consumer(begin -> admitted.sleep(time)));
        Uni<Void> wait = sleep.runSubscriptionOn(loops.executor(loop));
        return watched(loop, wait, loops.note(loop), predicted(time, time), admitted.budget());
    }

    /** Right: a timer of the event loop rings when the time has passed. The next needn't wait for a caller who has gone. */
    @GET
    @Path("right")
    public Uni<Answer> right(@BeanParam LabRequest request) {
        Duration time = time(request);
        AdmittedRequest admitted = request.admitted();
        Uni<Void> gone = Uni.createFrom().emitter(wait -> admitted.whenEnded(() -> wait.complete(null)));
        Uni<Void> wait = Uni.combine().any().of(clock.pass(time), gone);
        String loop = Thread.currentThread().getName();
        return watched(loop, wait, Optional.empty(), predicted(time, Duration.ZERO), admitted.budget());
    }

    private Uni<Answer> watched(String loop, Uni<Void> wait, Optional<String> note, Figures predicted, Budget budget) {
        String thread = Thread.currentThread().getName();
        return watch.inTurn(() -> watch.during(() -> wait.map(ended -> budget.spent()))
                .map(seen -> new Answer(loop, thread, seen.loops(), note, predicted, seen.measured(seen.item()))));
    }

    @Override
    public List<Prediction> predict(LabRequest request) {
        Duration time = time(request);
        List<Bar> bars = List.of(Bar.of(1, Optional.of(time)));
        return List.of(
                new Prediction("wrong", predicted(time, time), bars),
                new Prediction("right", predicted(time, Duration.ZERO), bars));
    }

    private static Duration time(LabRequest request) {
        return request.fields("seconds").seconds("seconds", USUAL);
    }

    private static Figures predicted(Duration time, Duration freeze) {
        return Figures.predicted(Optional.of(time), Optional.of(freeze));
    }

    @JsonInclude(Include.NON_ABSENT)
    record Answer(
            String loop,
            String thread,
            List<LoopReport> loops,
            Optional<String> note,
            Figures predicted,
            Figures measured) {}
}
