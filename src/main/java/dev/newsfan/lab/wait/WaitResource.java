package dev.newsfan.lab.wait;

import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One wait, in three ways. To one caller they look alike. */
@Experiment
@Named("wait")
@Path("/lab")
class WaitResource implements Predictor {

    private static final int LONGEST_TEXT = 200;

    private final Clock clock;

    WaitResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Path("sync/wait")
    @Blocking
    public Answer sync(@BeanParam LabRequest request) throws InterruptedException {
        Wait wait = Wait.of(request);
        Duration line = request.spent();
        request.admitted().sleep(wait.time);
        return Answer.of(Mode.SYNC, "a worker thread slept", wait, line, request);
    }

    @GET
    @Path("async/wait")
    @NonBlocking
    public Uni<Answer> async(@BeanParam LabRequest request) {
        Wait wait = Wait.of(request);
        Duration line = request.spent();
        return clock.pass(wait.time)
                .map(passed -> Answer.of(Mode.ASYNC, "a timer rang, and no thread slept", wait, line, request));
    }

    @GET
    @Path("virtual/wait")
    @RunOnVirtualThread
    public Answer virtual(@BeanParam LabRequest request) throws InterruptedException {
        Wait wait = Wait.of(request);
        Duration line = request.spent();
        request.admitted().sleep(wait.time);
        return Answer.of(Mode.VIRTUAL, "a virtual thread slept, and its carrier did other work", wait, line, request);
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Wait wait = Wait.of(request);
        List<Bar> bars = List.of(Bar.of(1, Optional.of(wait.time)));
        return Stream.of(Mode.values())
                .map(mode -> new Prediction<>(mode.word(), Timing.of(wait.time), bars))
                .toList();
    }

    private record Wait(Duration time, Optional<String> question, Optional<String> userName) {
        static Wait of(LabRequest request) {
            Parameters given = request.fields("seconds", "question", "user_name");
            Duration time = given.seconds("seconds", Duration.ofSeconds(1));
            return new Wait(time, given.text("question", LONGEST_TEXT), given.text("user_name", LONGEST_TEXT));
        }
    }

    /** @param line how long the request waited until its own wait began, since it came in */
    record Answer(
            Mode mode,
            String result,
            Optional<String> question,
            Optional<String> userName,
            String message,
            String thread,
            Duration line,
            Timing predicted,
            Timing measured) {

        private static Answer of(Mode mode, String how, Wait wait, Duration line, LabRequest request) {
            Timing predicted = Timing.of(wait.time);
            Timing measured = Timing.of(request.spent().minus(line));
            String message = mode.word() + ": " + how + ".";
            String thread = Thread.currentThread().getName();
            return new Answer(mode, "ok", wait.question, wait.userName, message, thread, line, predicted, measured);
        }
    }
}
