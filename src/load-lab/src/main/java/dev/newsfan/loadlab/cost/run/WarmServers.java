package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.report.LoadTurn;
import dev.newsfan.loadlab.cost.report.WarmCosts;
import dev.newsfan.loadlab.cost.users.LoadOrder;
import dev.newsfan.loadlab.process.JobCheck;
import dev.newsfan.loadlab.process.SourcesProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server for each line, all of them up, loaded in turns: what else happens on the machine happens to all of them. */
final class WarmServers implements AutoCloseable {

    private final CostOptions options;
    private final SourcesProcess sources;
    private final Loading loading;
    private final List<LineServer> servers = new ArrayList<>();

    private WarmServers(CostOptions options, SourcesProcess sources, Loading loading) {
        this.options = options;
        this.sources = sources;
        this.loading = loading;
    }

    /** Starts them one after another, so that none is in another's way, and warms them up. */
    static WarmServers start(CostServers starter, Loading loading) throws IOException, InterruptedException {
        WarmServers warm = new WarmServers(starter.options(), starter.sources(), loading);
        try {
            JobCheck job = new JobCheck();
            for (CostLine line : starter.options().lines()) {
                LineServer server = starter.start(line);
                warm.servers.add(server);
                CostServers.check(server, job);
                System.out.printf(Locale.ROOT, "  %s is up after %.1f s%n", line.word(), server.startSeconds());
            }
            warm.warmUp();
            return warm;
        } catch (IOException | InterruptedException | RuntimeException e) {
            warm.close();
            throw e;
        }
    }

    /** Turn by turn until each has computed long enough; with sources that answer at once, as only computing counts. */
    private void warmUp() throws IOException, InterruptedException {
        sources.answerAfter(0);
        Map<LineServer, Double> left = new LinkedHashMap<>();
        servers.forEach(server -> left.put(server, options.warm()));
        left.values().removeIf(seconds -> seconds <= 0);
        while (!left.isEmpty()) {
            for (LineServer server : List.copyOf(left.keySet())) {
                LoadOrder order = LoadOrder.atOnce(server.url(), options.connections(), options.turn());
                double spent = loading.load(server, order).cpuSeconds();
                // Where the system doesn't tell, the clock has to do.
                left.merge(server, Double.isNaN(spent) ? options.turn() : spent, (before, now) -> before - now);
            }
            left.values().removeIf(seconds -> seconds <= 0);
            loading.requireNoErrors();
        }
        System.out.println("  All are warm.");
    }

    /** In the order of the lines. */
    List<LineServer> servers() {
        return List.copyOf(servers);
    }

    /** Loads each so many times, in turns. */
    WarmCosts measure(int rounds) throws IOException, InterruptedException {
        sources.answerAfter(options.delay());
        Map<CostLine, List<LoadTurn>> turns = new LinkedHashMap<>();
        servers.forEach(server -> turns.put(server.line(), new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (LineServer server : servers) {
                LoadOrder order = LoadOrder.atOnce(server.url(), options.connections(), options.turn());
                turns.get(server.line()).add(loading.load(server, order));
            }
        }
        loading.requireNoErrors();
        return new WarmCosts(turns);
    }

    @Override
    public void close() {
        servers.forEach(LineServer::close);
    }
}
