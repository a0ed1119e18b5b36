package dev.newsfan.loadlab.replicas.run;

import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.SourceClient;
import dev.newsfan.loadlab.policies.users.AnswerTally;
import dev.newsfan.loadlab.policies.users.Arrivals;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.process.ServerProcess;
import dev.newsfan.loadlab.process.ServerSetup;
import dev.newsfan.loadlab.process.SourcesProcess;
import dev.newsfan.loadlab.replicas.plan.ReplicaOptions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Services that are all alike, each a process, with users of their own. */
final class ReplicaSet implements AutoCloseable {

    private static final double TIMEOUT = 5;
    private static final int LIMIT = 200;

    private final List<ServerProcess> services = new ArrayList<>();
    private final List<Arrivals> users = new ArrayList<>();
    private final ReplicaOptions options;

    private ReplicaSet(ReplicaOptions options) {
        this.options = options;
    }

    /**
     * Starts them one after another, so that none is in another's way.
     *
     * @param folders where each has a folder of its own for its log
     * @param shared where the cache is that they share, if they do
     */
    static ReplicaSet start(ReplicaOptions options, LabFolders folders, SourcesProcess sources, Optional<String> shared)
            throws IOException, InterruptedException {
        ReplicaSet replicas = new ReplicaSet(options);
        try {
            for (int replica = 1; replica <= options.replicas(); replica++) {
                var own = new LabFolders(
                        folders.service(),
                        folders.build(),
                        folders.report().resolve((shared.isPresent() ? "shared-" : "alone-") + replica));
                replicas.add(ServerProcess.start(setup(options, shared), sources, own, List.of()), sources);
            }
            return replicas;
        } catch (IOException | InterruptedException | RuntimeException e) {
            replicas.close();
            throw e;
        }
    }

    private void add(ServerProcess service, SourcesProcess sources) throws IOException, InterruptedException {
        services.add(service);
        sources.ward(service.process().handle());
        users.add(new Arrivals(URI.create(service.url() + LoadedMode.ASYNC.newsPath())));
    }

    private static ServerSetup setup(ReplicaOptions options, Optional<String> shared) {
        Map<String, String> settings = new HashMap<>(Map.of("newsfan.replicas", "" + options.replicas()));
        shared.ifPresent(url -> settings.put("newsfan.cache.shared", url));
        return new ServerSetup(
                LoadedMode.ASYNC,
                SourceClient.REST,
                ServicePolicies.FRESH_FOR_A_SECOND,
                LIMIT,
                TIMEOUT,
                settings,
                options.java());
    }

    /** Has users come to all of them in the same moments, and returns what they got when the last has gone. */
    List<AnswerTally> come(double seconds) throws InterruptedException {
        List<Callable<AnswerTally>> crowds = users.stream()
                .<Callable<AnswerTally>>map(crowd -> () -> crowd.come(options.rate(), seconds))
                .toList();
        List<AnswerTally> tallies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<AnswerTally> crowd : threads.invokeAll(crowds)) {
                tallies.add(crowd.resultNow());
            }
        }
        return tallies;
    }

    @Override
    public void close() {
        users.forEach(Arrivals::close);
        services.forEach(ServerProcess::close);
    }
}
