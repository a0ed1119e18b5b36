package dev.newsfan.lab.file;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.http.Clock;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.tasks.Task;
import dev.newsfan.lab.tasks.TaskExperiment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;

/** A slow file and other work: one after the other, or while the file is read. */
@Experiment
@Named("file")
@Path("/lab/{mode}/file")
class FileResource extends TaskExperiment<Long> {

    private final Clock clock;
    private final SlowFile file;

    FileResource(Modes modes, Clock clock, SlowFile file) {
        super(modes);
        this.clock = clock;
        this.file = file;
    }

    /** {@code sync} and {@code virtual} read in the same way, which blocks; what differs is who waits for it. */
    @Override
    protected List<Task<Long>> tasks(Mode mode, LabRequest request) {
        Duration unit = request.seconds(Duration.ofSeconds(1));
        Duration time = unit.multipliedBy(2);
        Task<Long> read = mode == Mode.ASYNC
                ? Task.of("file", time, () -> file.read(time))
                : Task.blocking("file", time, () -> file.readBlocking(time));
        return List.of(read, Task.of("work", unit, () -> clock.pass(unit).replaceWith(0L)));
    }

    @Override
    protected Object told(Answer answer, List<Reply<Long>> replies) {
        long bytes = replies.getFirst().outcome() instanceof Outcome.Ok<Long>(Long read) ? read : 0;
        return new FileAnswer(answer.mode(), bytes, answer.tasks(), answer.predicted(), answer.measured());
    }

    @RegisterForReflection
    private record FileAnswer(Mode mode, long bytes, List<Task.Report> tasks, Timing predicted, Timing measured) {}
}
