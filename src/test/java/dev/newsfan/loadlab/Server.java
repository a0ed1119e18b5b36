package dev.newsfan.loadlab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The process that is loaded: the packaged service, or the server by hand. */
record Server(Child process, String url) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[^\\s.]+(?:\\.\\d+)*:\\d+)");
    private static final Pattern READY = Pattern.compile(Child.READY + "(\\d+)\\R");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Server start(Line line, Options options, Houses houses, Upstream upstream, Path app, Path logs)
            throws LabException, InterruptedException {
        return line == Line.BARE
                ? bare(options, houses, upstream, app, logs)
                : service(line, options, houses, upstream, app, logs);
    }

    private static Server bare(Options options, Houses houses, Upstream upstream, Path app, Path logs)
            throws LabException, InterruptedException {
        List<String> arguments = new ArrayList<>(options.java());
        arguments.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Child.classPathOfThePackage(app),
                BareServer.class.getName(),
                Integer.toString(houses.of(Line.BARE).limit())));
        upstream.sourcePorts().forEach(port -> arguments.add(port.toString()));
        Child process = Child.java("bare server", logs, arguments);
        return new Server(
                process,
                "http://127.0.0.1:" + process.awaitOutput(READY, PATIENCE).group(1));
    }

    private static Server service(Line line, Options options, Houses houses, Upstream upstream, Path app, Path logs)
            throws LabException, InterruptedException {
        List<String> arguments = new ArrayList<>(options.java());
        ServiceSettings.of(options, houses, upstream).forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.add("-jar");
        arguments.add(app.resolve("quarkus-run.jar").toString());
        Child process = Child.java("service in " + line.word() + " mode", logs, arguments);
        return new Server(process, process.awaitOutput(LISTENING, PATIENCE).group(1));
    }

    @Override
    public void close() {
        process.close();
    }
}
