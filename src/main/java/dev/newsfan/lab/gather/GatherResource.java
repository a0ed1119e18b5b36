package dev.newsfan.lab.gather;

import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.tasks.Task;
import dev.newsfan.lab.tasks.TaskExperiment;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;

/** Three tasks that take one, two and three units of time: as long as their sum, or as the longest. */
@Experiment
@Named("gather")
@Path("/lab/{mode}/gather")
class GatherResource extends TaskExperiment<Void> {

    private static final int LONGEST_NAME = 200;

    private final Clock clock;

    GatherResource(Modes modes, Clock clock) {
        super(modes);
        this.clock = clock;
    }

    @Override
    protected List<Task<Void>> tasks(Mode mode, LabRequest request) {
        Parameters given = request.fields("seconds", "user_name");
        Duration unit = given.seconds("seconds", Duration.ofSeconds(1));
        String name = given.text("user_name", LONGEST_NAME).orElse("Ada");
        return List.of(
                task(name + "A", unit), task(name + "B", unit.multipliedBy(2)), task(name + "C", unit.multipliedBy(3)));
    }

    private Task<Void> task(String name, Duration time) {
        return Task.of(name, time, () -> clock.pass(time));
    }
}
