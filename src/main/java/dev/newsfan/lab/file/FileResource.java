package dev.newsfan.lab.file;

import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Timing;
import dev.newsfan.lab.tasks.TaskExperiment;
import dev.newsfan.lab.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** A slow file and other work: one after the other, or while the file is read. */
@Experiment("file")
@Path("/lab/{mode}/file")
class FileResource extends TaskExperiment<Long> {

    private final Clock clock;
    private final SlowFile file;

    FileResource(Modes modes, Clock clock, SlowFile file) {
        super(modes);
        this.clock = clock;
        this.file = file;
    }

    @GET
    public Uni<Answer> file(@RestPath String mode, @BeanParam LabRequest request) {
        return run(mode, request).map(Answer::of);
    }

    /** {@code sync} and {@code virtual} read in the same way, which blocks; what differs is who waits for it. */
    @Override
    protected List<Task<Long>> tasks(Mode mode, LabRequest request) {
        Duration unit = request.fields("seconds").seconds("seconds", Duration.ofSeconds(1));
        Duration time = unit.multipliedBy(2);
        Call<Long> read = mode == Mode.ASYNC
                ? new Call<>("file", timeout(time), () -> file.read(time))
                : Call.blocking("file", timeout(time), () -> file.readBlocking(time));
        Call<Long> work =
                new Call<>("work", timeout(unit), () -> clock.pass(unit).replaceWith(0L));
        return List.of(new Task<>(read, Optional.of(time)), new Task<>(work, Optional.of(unit)));
    }

    record Answer(Mode mode, long bytes, List<TaskRun.Report> tasks, Timing predicted, Timing measured) {

        static Answer of(TaskRun<Long> run) {
            long bytes = run.replies().getFirst().outcome() instanceof Outcome.Ok<Long>(Long read) ? read : 0;
            return new Answer(run.mode(), bytes, run.tasks(), run.predicted(), run.measured());
        }
    }
}
