package dev.newsfan.loadlab.cost.run;

import static dev.newsfan.loadlab.plan.Durations.inWords;

import dev.newsfan.loadlab.cost.plan.CostMeasure;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.plan.KeptRatios;
import dev.newsfan.loadlab.cost.report.CostTable;
import dev.newsfan.loadlab.cost.report.RatioCheck;
import dev.newsfan.loadlab.cost.report.WarmCosts;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the measures that are wanted, one after another. */
final class CostRun {

    /** How many times the rounds are taken when a ratio is exceeded, before anybody is told. */
    private static final int MORE_ROUNDS = 2;

    private final CostOptions options;
    private final KeptRatios kept;
    private final CostServers starter;
    private final Loading loading;
    private final OneTimeMeasures once;
    private final List<CostTable> tables = new ArrayList<>();
    private Optional<WarmCosts> warm = Optional.empty();
    private RatioCheck check = new RatioCheck(List.of(), List.of());

    CostRun(CostServers starter, KeptRatios kept, SourcesProcess sources, UsersProcess users) {
        this.options = starter.options();
        this.kept = kept;
        this.starter = starter;
        this.loading = new Loading(users);
        this.once = new OneTimeMeasures(options, sources, loading);
    }

    void run() throws IOException, InterruptedException {
        if (options.has(CostMeasure.COLD)) {
            tables.add(once.cold(starter));
        }
        if (options.needsWarmServers()) {
            try (WarmServers servers = WarmServers.start(starter, loading)) {
                measure(servers);
            }
        }
    }

    private void measure(WarmServers servers) throws IOException, InterruptedException {
        if (options.has(CostMeasure.WARM)) {
            warm(servers);
        }
        if (options.has(CostMeasure.WAITING)) {
            tables.add(once.waiting(servers.servers()));
        }
        if (options.has(CostMeasure.SINGLE)) {
            tables.add(once.single(servers.servers()));
        }
    }

    private void warm(WarmServers servers) throws IOException, InterruptedException {
        int rounds = options.rounds();
        WarmCosts costs = servers.measure(rounds);
        check = RatioCheck.of(costs.ratios(), kept, options);
        if (!check.excesses().isEmpty()) {
            rounds *= MORE_ROUNDS;
            System.out.println("  A ratio is exceeded, so " + rounds + " more rounds decide: "
                    + String.join(" ", check.excesses()));
            costs = servers.measure(rounds);
            check = RatioCheck.of(costs.ratios(), kept, options);
        }
        String load = "%d connections, %d sources of %s, warm after %s of a processor each, medians of %d rounds of %s"
                .formatted(
                        options.connections(),
                        options.sources(),
                        inWords(options.delay()),
                        inWords(options.warm()),
                        rounds,
                        inWords(options.turn()));
        tables.add(costs.table(load, kept));
        warm = Optional.of(costs);
    }

    List<CostTable> tables() {
        return tables;
    }

    Optional<WarmCosts> warmCosts() {
        return warm;
    }

    RatioCheck check() {
        return check;
    }

    /** @throws dev.newsfan.loadlab.LoadLabException if a request had an error */
    void requireNoErrors() {
        loading.requireNoErrors();
    }
}
