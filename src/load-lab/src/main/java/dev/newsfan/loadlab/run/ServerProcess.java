package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.plan.LoadPlan;
import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.servers.BareServer;
import dev.newsfan.loadlab.servers.StubSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The process that is loaded: the packaged service, or the bare server.
 *
 * @param url where it listens, without a path
 */
record ServerProcess(ChildProcess process, String url) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s.]+(?:\\.\\d+)*:\\d+)");
    private static final Pattern READY = Pattern.compile(ParentProcess.READY + "(\\d+)\\R");
    private static final double LONGEST_TIMEOUT = 300;

    static ServerProcess start(LoadedMode mode, LoadPlan plan, SourcesProcess sources, LabFolders folders)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(plan.options().java());
        if (mode == LoadedMode.BARE) {
            arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", folders.classPathOfTheService()));
            arguments.addAll(
                    List.of(BareServer.class.getName(), "" + plan.capacity(mode).limit()));
            sources.sourcePorts().forEach(port -> arguments.add(port.toString()));
            ChildProcess process = ChildProcess.start("bare server", folders, arguments);
            return new ServerProcess(process, "http://127.0.0.1:" + process.awaitOutput(READY));
        }
        settings(plan, sources).forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(List.of("-jar", folders.jar().toString()));
        ChildProcess process = ChildProcess.start("service in " + mode.word() + " mode", folders, arguments);
        return new ServerProcess(process, process.awaitOutput(LISTENING));
    }

    /** All of the service's configuration. */
    private static Map<String, String> settings(LoadPlan plan, SourcesProcess upstream) {
        Map<String, String> settings = new LinkedHashMap<>(plan.serviceSettings());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "0");
        List<StubSource> sources = StubSource.first(plan.options().sources());
        double timeout = Math.min(LONGEST_TIMEOUT, 5 + plan.options().delay());
        for (int i = 0; i < sources.size(); i++) {
            String prefix = "newsfan.sources." + sources.get(i).name();
            settings.put(prefix + ".url", upstream.url(i));
            settings.put(prefix + ".format", sources.get(i).format());
            settings.put(prefix + ".order", "" + (i + 1));
            settings.put(prefix + ".timeout", Math.round(timeout * 1000) + "ms");
        }
        return settings;
    }

    @Override
    public void close() {
        process.close();
    }
}
