package dev.newsfan.lab.calls;

import dev.newsfan.config.LabConfig;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Timing;
import dev.newsfan.lab.tasks.TaskExperiment;
import dev.newsfan.lab.tasks.TaskRun;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Asks whatever the configuration names; by default the service's own steps. One that fails spoils no other. */
@Experiment("fan-out")
@Path("/lab/{mode}/fan-out")
class FanOutResource extends TaskExperiment<Void> {

    private final LabConfig config;
    private final FanOutTargets targets;

    FanOutResource(Modes modes, LabConfig config, FanOutTargets targets) {
        super(modes);
        this.config = config;
        this.targets = targets;
    }

    @GET
    public Uni<Answer> fanOut(@RestPath String mode, @BeanParam LabRequest request) {
        return run(mode, request).map(run -> new Answer(run.mode(), run.tasks(), run.predicted(), run.measured()));
    }

    /** The caller has no say in what is asked. */
    @Override
    protected List<Task<Void>> tasks(Mode mode, LabRequest request) {
        request.fields();
        return config.fanOut().stream().map(targets::call).toList();
    }

    record Answer(Mode mode, List<TaskRun.Report> calls, Timing predicted, Timing measured) {}
}
