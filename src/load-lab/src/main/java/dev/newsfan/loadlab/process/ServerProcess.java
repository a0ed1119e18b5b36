package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.plan.SourceClient;
import dev.newsfan.loadlab.servers.BareServer;
import dev.newsfan.loadlab.servers.PartsServer;
import dev.newsfan.loadlab.servers.StubSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The process that is loaded: the packaged service, or a server by hand.
 *
 * @param url where it listens, without a path
 */
public record ServerProcess(ChildProcess process, String url) implements AutoCloseable {

    /** What the service allows. */
    private static final int MOST_CONNECTIONS = 65_535;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s.]+(?:\\.\\d+)*:\\d+)");
    private static final Pattern READY = Pattern.compile(ParentProcess.READY + "(\\d+)\\R");

    /**
     * Starts one, and waits until it listens.
     *
     * @param launcher as for a {@link ChildProcess}
     */
    public static ServerProcess start(
            ServerSetup setup, SourcesProcess sources, LabFolders folders, List<String> launcher)
            throws IOException, InterruptedException {
        return switch (setup.mode()) {
            case BARE -> byHand(BareServer.class, setup, sources, folders, launcher);
            case PARTS -> byHand(PartsServer.class, setup, sources, folders, launcher);
            case SYNC, ASYNC, VIRTUAL -> service(setup, sources, folders, launcher);
        };
    }

    private static ServerProcess byHand(
            Class<?> main, ServerSetup setup, SourcesProcess sources, LabFolders folders, List<String> launcher)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(setup.java());
        arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", folders.classPathOfTheService()));
        arguments.addAll(List.of(main.getName(), "" + setup.limit()));
        sources.sourcePorts().forEach(port -> arguments.add(port.toString()));
        ChildProcess process = ChildProcess.start(setup.mode().word() + " server", folders, launcher, arguments);
        return new ServerProcess(process, "http://127.0.0.1:" + process.awaitOutput(READY));
    }

    private static ServerProcess service(
            ServerSetup setup, SourcesProcess sources, LabFolders folders, List<String> launcher)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(setup.java());
        settings(setup, sources).forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(List.of("-jar", folders.jar().toString()));
        String client = setup.client() == SourceClient.REST
                ? ""
                : " with the " + setup.client().word() + " client";
        String policies = setup.policies() == ServicePolicies.OFF
                ? ""
                : ", " + setup.policies().name().toLowerCase(Locale.ROOT);
        String name = "service in " + setup.mode().word() + " mode" + client + policies;
        ChildProcess process = ChildProcess.start(name, folders, launcher, arguments);
        return new ServerProcess(process, process.awaitOutput(LISTENING));
    }

    /** All of the service's configuration. */
    private static Map<String, String> settings(ServerSetup setup, SourcesProcess upstream) {
        Map<String, String> settings = new LinkedHashMap<>(setup.policies().settings());
        settings.putAll(setup.settings());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.management.port", "0");
        List<StubSource> sources = StubSource.first(upstream.sourcePorts().size());
        for (int i = 0; i < sources.size(); i++) {
            String prefix = "newsfan.sources." + sources.get(i).name();
            settings.put(prefix + ".url", upstream.url(i));
            settings.put(prefix + ".format", sources.get(i).format());
            settings.put(prefix + ".order", "" + (i + 1));
            settings.put(prefix + ".timeout", Math.round(setup.timeout() * 1000) + "ms");
            // A public API is spared such crowds; here they are what is looked at.
            settings.put(prefix + ".connections", "" + Math.min(MOST_CONNECTIONS, setup.limit()));
            setup.client().setting().ifPresent(client -> settings.put(prefix + ".client", client));
        }
        return settings;
    }

    @Override
    public void close() {
        process.close();
    }
}
