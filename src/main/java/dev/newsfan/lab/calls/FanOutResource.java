package dev.newsfan.lab.calls;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Reply;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.tasks.Task;
import dev.newsfan.lab.tasks.TaskExperiment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import java.util.List;

/** Asks whatever the configuration names; by default the service's own steps. One that fails spoils no other. */
@Experiment
@Named("fan-out")
@Path("/lab/{mode}/fan-out")
class FanOutResource extends TaskExperiment<Void> {

    private final LabConfig config;
    private final FanOutTargets targets;

    FanOutResource(Modes modes, LabConfig config, FanOutTargets targets) {
        super(modes);
        this.config = config;
        this.targets = targets;
    }

    /** The caller has no say in what is asked. */
    @Override
    protected List<Task<Void>> tasks(Mode mode, LabRequest request) {
        request.fields();
        return config.fanOut().stream().map(targets::call).toList();
    }

    @Override
    protected Object told(Answer answer, List<Reply<Void>> replies) {
        return new FanOutAnswer(answer.mode(), answer.tasks(), answer.predicted(), answer.measured());
    }

    @RegisterForReflection
    private record FanOutAnswer(Mode mode, List<Task.Report> calls, Timing predicted, Timing measured) {}
}
