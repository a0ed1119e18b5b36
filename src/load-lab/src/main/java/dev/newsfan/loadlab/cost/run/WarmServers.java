package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.cost.plan.CostLine;
import dev.newsfan.loadlab.cost.plan.CostOptions;
import dev.newsfan.loadlab.cost.report.LoadTurn;
import dev.newsfan.loadlab.cost.report.WarmCosts;
import dev.newsfan.loadlab.cost.users.LoadOrder;
import dev.newsfan.loadlab.process.JobCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server for each line, all of them up, loaded in turns: what else happens on the machine happens to all of them. */
final class WarmServers implements AutoCloseable {

    private final CostOptions options;
    private final Loading loading;
    private final List<LineServer> servers = new ArrayList<>();

    private WarmServers(CostOptions options, Loading loading) {
        this.options = options;
        this.loading = loading;
    }

    /** Starts them one after another, so that none is in another's way, and warms them up. */
    static WarmServers start(CostServers starter, Loading loading) throws IOException, InterruptedException {
        WarmServers warm = new WarmServers(starter.options(), loading);
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

    private void warmUp() throws IOException, InterruptedException {
        for (double done = 0; done < options.warm(); done += options.turn()) {
            double seconds = Math.min(options.turn(), options.warm() - done);
            for (LineServer server : servers) {
                loading.load(server, LoadOrder.atOnce(server.url(), options.connections(), seconds));
            }
        }
        loading.requireNoErrors();
        System.out.println("  All are warm.");
    }

    /** In the order of the lines. */
    List<LineServer> servers() {
        return List.copyOf(servers);
    }

    /** Loads each so many times, in turns. */
    WarmCosts measure(int rounds) throws IOException, InterruptedException {
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
