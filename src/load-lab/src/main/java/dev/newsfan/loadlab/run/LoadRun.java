package dev.newsfan.loadlab.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.LoadOptions;
import dev.newsfan.loadlab.plan.LoadPlan;
import dev.newsfan.loadlab.plan.LoadStep;
import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.StepSchedule;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.ServerProcess;
import dev.newsfan.loadlab.process.ServerSetup;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.report.NumberStyle;
import dev.newsfan.loadlab.report.RunResults;
import dev.newsfan.loadlab.report.RunResults.SourceBaseline;
import dev.newsfan.loadlab.report.StepResult;
import dev.newsfan.loadlab.run.GatlingRunner.StepObservation;
import dev.newsfan.loadlab.users.UnexpectedAnswers;
import dev.newsfan.loadlab.users.UserScenario;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the steps of a plan, one after another, and says how far it is. */
final class LoadRun {

    /** What a step takes beside its schedule, and a mode beside its steps; roughly, for the announcement alone. */
    private static final double SECONDS_PER_STEP = 4;

    private static final double SECONDS_PER_MODE = 4;
    private static final double LONGEST_TIMEOUT = 300;
    private static final int CALLERS_FOR_THE_CEILING = 100;

    private final LoadPlan plan;
    private final LoadOptions options;
    private final LabFolders folders;
    private final WarmUp warmUp;
    private final SourcesProcess sources;
    private final GatlingRunner gatling;
    private final List<StepResult> results = new ArrayList<>();
    private final UnexpectedAnswers unexpected = new UnexpectedAnswers();

    LoadRun(LoadPlan plan, LabFolders folders, SourcesProcess sources) {
        this.plan = plan;
        this.options = plan.options();
        this.folders = folders;
        this.warmUp = new WarmUp(options);
        this.sources = sources;
        this.gatling = new GatlingRunner(folders, sources, plan.machine().cores());
    }

    RunResults run() throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        announce();
        SourceBaseline baseline =
                options.asksSources() ? baseline() : SourceBaseline.ofCeiling(Double.POSITIVE_INFINITY);
        for (LoadedMode mode : options.modes()) {
            load(mode);
        }
        return new RunResults(now, plan, baseline, results);
    }

    private void announce() {
        double alone =
                2 * (SECONDS_PER_STEP + StepSchedule.ofTheSourcesAlone(options).total());
        double seconds = (options.asksSources() ? alone : 0)
                + options.modes().size() * (SECONDS_PER_MODE + warmUp.seconds())
                + seconds(plan.steps());
        say(
                "Load lab: %d steps, about %s in all. %d %s, a source takes %s.",
                plan.steps().size(),
                inWords(seconds),
                options.callsPerRequest(),
                options.asksSources() ? "sources" : "wait",
                inWords(options.delay()));
    }

    private static double seconds(List<LoadStep> steps) {
        return steps.stream()
                .mapToDouble(step -> step.schedule().total() + SECONDS_PER_STEP)
                .sum();
    }

    /** The sources without the service: what they can do at most, and whether they are punctual with as many calls as will come. */
    private SourceBaseline baseline() throws IOException, InterruptedException {
        sources.answerAtOnce();
        double ceiling = alone("sources alone, at once", CALLERS_FOR_THE_CEILING)
                .measurement()
                .perSecond();
        sources.answerInTime();
        if (options.delay() == 0) {
            return SourceBaseline.ofCeiling(ceiling);
        }
        int inFlight = plan.concurrentCalls();
        StepObservation punctual = alone("sources alone, in time", inFlight);
        double perSecond = punctual.measurement().perSecond();
        double predicted = inFlight / options.delay();
        double lateness = punctual.usage().sourceLateness();
        say(
                "  the sources alone: at most %.0f calls/s; with %d calls in flight %.1f/s of %.1f, late by %s",
                ceiling, inFlight, perSecond, predicted, inWords(lateness));
        return new SourceBaseline(ceiling, inFlight, predicted, perSecond, lateness);
    }

    private StepObservation alone(String name, int callers) throws IOException, InterruptedException {
        StepSchedule schedule = StepSchedule.ofTheSourcesAlone(options);
        var scenario =
                new UserScenario(name, sources.url(0), false, callers, 0, 0, schedule.rampUp(), schedule.total());
        return run(scenario, schedule, sources.handle());
    }

    private void load(LoadedMode mode) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(setup(mode), sources, folders, List.of())) {
            sources.ward(server.process().handle());
            warmUp.run(mode, plan.capacity(mode), server, sources);
            for (LoadStep step : plan.steps(mode)) {
                results.add(load(step, server));
                progress(results.getLast());
            }
        }
    }

    private ServerSetup setup(LoadedMode mode) {
        return new ServerSetup(
                mode,
                options.client(),
                ServicePolicies.OFF,
                plan.capacity(mode).limit(),
                Math.min(LONGEST_TIMEOUT, 5 + options.delay()),
                plan.serviceSettings(),
                options.java());
    }

    private StepResult load(LoadStep step, ServerProcess server) throws IOException, InterruptedException {
        UserScenario scenario = new UserScenario(
                step.mode().word() + ", " + step.users() + (options.open() ? " per second" : " users"),
                server.url() + step.mode().path(options),
                options.open(),
                step.users(),
                options.thinkMin(),
                options.thinkMax(),
                step.schedule().rampUp(),
                step.schedule().total());
        StepObservation observed =
                run(scenario, step.schedule(), server.process().handle());
        return new StepResult(
                step, observed.measurement(), observed.usage(), observed.userLateness(), observed.gatlingReport());
    }

    private StepObservation run(UserScenario scenario, StepSchedule schedule, ProcessHandle server)
            throws IOException, InterruptedException {
        StepObservation observed = gatling.run(scenario, schedule, server);
        unexpected.look(scenario.name(), observed.responses());
        return observed;
    }

    /** @throws LoadLabException if a user got anything else so far */
    void requireCompleteAnswers() {
        unexpected.requireNone();
    }

    private void progress(StepResult result) {
        int errors = result.measurement().errors();
        say(
                "  %-22s %8s/s of %s predicted, p99 %s%s   [%d of %d, %s left]",
                result.step().mode().word() + ", " + result.step().users() + ":",
                NumberStyle.RATE.show(result.perSecond()),
                NumberStyle.RATE.show(result.step().prediction().perSecond()),
                inWords(result.latencies().p99()),
                errors > 0 ? ", " + errors + " ERRORS" : "",
                results.size(),
                plan.steps().size(),
                inWords(seconds(
                        plan.steps().subList(results.size(), plan.steps().size()))));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
