package dev.newsfan.loadlab.soak.run;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.plan.ServicePolicies;
import dev.newsfan.loadlab.process.ChildProcess;
import dev.newsfan.loadlab.process.LabFolders;
import dev.newsfan.loadlab.soak.SoakSource;
import dev.newsfan.loadlab.soak.plan.SoakOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The packaged service of a soak. Its idle worker threads end after a second, and its deadlines are short, so that it needn't be
 * waited for.
 *
 * @param url where it is asked for news
 * @param management where it is asked how it is
 */
record SoakService(ChildProcess process, String url, String management) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern MANAGEMENT =
            Pattern.compile("Management interface listening on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final long PATIENCE_SECONDS = 60;

    static SoakService start(LabFolders folders, SoakSourcesProcess sources, SoakOptions options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options.java());
        settings(sources, options.policies()).forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(List.of("-jar", folders.jar().toString()));
        ChildProcess process = ChildProcess.start("service", folders, arguments);
        sources.ward(process.handle());
        return new SoakService(process, process.awaitOutput(LISTENING), process.awaitOutput(MANAGEMENT));
    }

    private static Map<String, String> settings(SoakSourcesProcess sources, ServicePolicies policies) {
        Map<String, String> settings = new LinkedHashMap<>(policies.settings());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.management.port", "0");
        settings.put("quarkus.thread-pool.keep-alive-time", "1s");
        settings.put("newsfan.budget", "2s");
        settings.put("newsfan.write-timeout", "2s");
        for (SoakSource source : SoakSource.values()) {
            String prefix = "newsfan.sources." + source.word() + ".";
            settings.put(prefix + "url", sources.url(source.ordinal()));
            settings.put(prefix + "format", source.format());
            settings.put(prefix + "order", "" + source.ordinal());
            settings.put(prefix + "timeout", "1s");
            settings.put(prefix + "max-size", "256K");
        }
        return settings;
    }

    /** In Prometheus' format. */
    String metrics() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create(management + "/q/metrics");
            return client.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Accept", "text/plain")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw process.failure("The service does not answer any more (" + e + ")");
        }
    }

    /** So that what is in use of the heap is what is held. */
    void collectGarbage() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(JCMD.toString(), "" + process.handle().pid(), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!jcmd.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
            jcmd.destroyForcibly();
            throw new LoadLabException("The service could not be told to collect its garbage, by " + JCMD + " GC.run");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
