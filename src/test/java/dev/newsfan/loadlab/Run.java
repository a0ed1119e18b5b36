package dev.newsfan.loadlab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the steps, one after another, and says how far it is. */
final class Run {

    /** What a step takes beside its pace, and a line beside its steps; roughly, for the announcement alone. */
    private static final double SECONDS_PER_STEP = 4;

    private static final double SECONDS_PER_LINE = 4;

    private final Options options;
    private final Machine machine;
    private final Houses houses;
    private final List<Step> steps;
    private final Path app;
    private final Path folder;
    private final Generator generator;
    private final WarmUp warmUp;

    Run(Options options, Machine machine, Houses houses, List<Step> steps, Path app, Path folder) {
        this.options = options;
        this.machine = machine;
        this.houses = houses;
        this.steps = steps;
        this.app = app;
        this.folder = folder;
        this.generator = new Generator(folder);
        this.warmUp = new WarmUp(options);
    }

    Results run(Instant now) throws LabException, IOException, InterruptedException {
        announce();
        try (Upstream upstream = Upstream.start(app, folder.resolve("logs"), options)) {
            UpstreamAlone alone = alone(upstream);
            List<Row> rows = new ArrayList<>();
            for (Line line : options.lines()) {
                load(line, upstream, rows);
            }
            return new Results(now, options, machine, houses, ServiceSettings.chosen(options, houses), alone, rows);
        }
    }

    private void announce() {
        double seconds = options.lines().size() * (SECONDS_PER_LINE + warmUp.seconds());
        for (Step step : steps) {
            seconds += step.pace().total() + SECONDS_PER_STEP;
        }
        say(
                "Load lab: %d steps, about %s in all. %s, a source takes %s.",
                steps.size(),
                Times.inWords(seconds + (options.target() == Target.NEWS ? aloneSeconds() : 0)),
                options.callsPerRequest() + (options.target() == Target.NEWS ? " sources" : " wait"),
                Times.inWords(options.delaySeconds()));
    }

    private double aloneSeconds() {
        return 2 * (SECONDS_PER_STEP + aloneOrder("", 1).total());
    }

    private void load(Line line, Upstream upstream, List<Row> rows)
            throws LabException, IOException, InterruptedException {
        try (Server server = Server.start(line, options, houses, upstream, app, folder.resolve("logs"))) {
            upstream.ward(server.process().handle());
            warmUp.run(line, server, upstream, houses.of(line));
            for (Step step : steps) {
                if (step.line() == line) {
                    rows.add(row(step, server, upstream));
                    progress(rows.getLast(), rows.size());
                }
            }
        }
    }

    private Row row(Step step, Server server, Upstream upstream)
            throws LabException, IOException, InterruptedException {
        String name =
                step.line().word() + ", " + step.users() + (options.model() == Model.OPEN ? " per second" : " users");
        StepOrder order = new StepOrder(
                name,
                server.url(),
                step.line().path(options.target(), options),
                options.model(),
                step.users(),
                options.thinkMin(),
                options.thinkMax(),
                step.pace().ramp(),
                step.pace().total(),
                log(name));
        Generator.Outcome outcome = generator.run(order, server.process().handle(), upstream);
        Window window = Window.of(step.pace(), outcome.log().startMicros());
        return new Row(
                step,
                Measured.of(outcome.log().answers(), window),
                outcome.watch().in(window, machine.cores()),
                outcome.log().lateness(window),
                folder.relativize(outcome.report()).toString().replace('\\', '/') + "/index.html");
    }

    /** The sources without the service: what they can do at most, and whether they are punctual with as many calls as will come. */
    private UpstreamAlone alone(Upstream upstream) throws LabException, IOException, InterruptedException {
        if (options.target() != Target.NEWS) {
            return UpstreamAlone.NOT_NEEDED;
        }
        upstream.answerAtOnce();
        double ceiling =
                alone(upstream, "sources alone, at once", 100).measured().perSecond();
        upstream.answerInTime();
        if (options.delaySeconds() == 0) {
            return new UpstreamAlone(ceiling, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        int inFlight = callsInFlight();
        Alone punctual = alone(upstream, "sources alone, in time", inFlight);
        say(
                "  the sources alone: at most %.0f calls/s; with %d calls in flight %.1f/s of %.1f, late by %s",
                ceiling,
                inFlight,
                punctual.measured().perSecond(),
                inFlight / options.delaySeconds(),
                Times.inWords(punctual.usage().upstreamLateness()));
        return new UpstreamAlone(
                ceiling,
                inFlight,
                inFlight / options.delaySeconds(),
                punctual.measured().perSecond(),
                punctual.usage().upstreamLateness());
    }

    private record Alone(Measured measured, Usage usage) {}

    private Alone alone(Upstream upstream, String name, int users)
            throws LabException, IOException, InterruptedException {
        StepOrder order = aloneOrder(upstream.url(0), users).named(name, log(name));
        Generator.Outcome outcome = generator.run(order, upstream.handle(), upstream);
        double settle = 0.5 + options.delaySeconds();
        Pace pace = new Pace(order.ramp(), settle, order.total() - order.ramp() - 2 * settle, settle);
        Window window = Window.of(pace, outcome.log().startMicros());
        return new Alone(
                Measured.of(outcome.log().answers(), window), outcome.watch().in(window, machine.cores()));
    }

    private StepOrder aloneOrder(String url, int users) {
        double delay = options.delaySeconds();
        double measure = Math.clamp(options.seconds() / 3, 1.5, 10);
        // Callers who don't think march in step, so only whole rounds can be counted.
        double rounds = delay == 0 ? measure : Math.ceil(measure / delay) * delay;
        double ramp = Math.max(0.5, delay);
        return new StepOrder("", url, "/", Model.CLOSED, users, 0, 0, ramp, ramp + 2 * (0.5 + delay) + rounds, "");
    }

    /** As many calls as the largest step has at the sources, as far as one user per call can be had. */
    private int callsInFlight() {
        double most = 1;
        for (Step step : steps) {
            double inHouse = step.prediction().perSecond() * options.delaySeconds() * options.callsPerRequest();
            most = Math.max(most, inHouse);
        }
        return (int) Math.clamp(most, 1, Math.min(10_000, machine.openFiles() * 0.8));
    }

    private String log(String name) {
        return folder.resolve("answers")
                .resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".csv")
                .toString();
    }

    private void progress(Row row, int done) {
        double left = 0;
        for (Step step : steps.subList(done, steps.size())) {
            left += step.pace().total() + SECONDS_PER_STEP;
        }
        say(
                "  %-22s %8s/s of %s predicted, p99 %s%s   [%d of %d, %s left]",
                row.step().line().word() + ", " + row.step().users() + ":",
                Column.show(Column.Kind.RATE, row.measured().perSecond()),
                Column.show(Column.Kind.RATE, row.step().prediction().perSecond()),
                Times.inWords(row.measured().latencies().p99()),
                row.measured().errors() > 0 ? ", " + row.measured().errors() + " ERRORS" : "",
                done,
                steps.size(),
                Times.inWords(left));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
