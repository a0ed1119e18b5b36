package dev.newsfan.loadlab.cost.run;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.cost.users.LoadGenerator;
import dev.newsfan.loadlab.cost.users.LoadOrder;
import dev.newsfan.loadlab.cost.users.LoadResult;
import dev.newsfan.loadlab.process.ChildProcess;
import dev.newsfan.loadlab.process.LabFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The process with the users. */
final class UsersProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(ParentProcess.READY + "(\\d+)\\R");
    private static final double PATIENCE_SECONDS = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ChildProcess process;
    private final String port;

    private UsersProcess(ChildProcess process) throws IOException, InterruptedException {
        this.process = process;
        this.port = process.awaitOutput(READY);
    }

    /** @param launcher as for a {@link ChildProcess} */
    static UsersProcess start(LabFolders folders, List<String> launcher) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folders.classPathOfTheService(),
                LoadGenerator.class.getName());
        return new UsersProcess(ChildProcess.start("users", folders, launcher, arguments));
    }

    /** Waits until the order is carried out. */
    LoadResult carryOut(LoadOrder order) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/?" + order.query());
        Duration patience = Duration.ofMillis(Math.round(1000 * (order.seconds() + PATIENCE_SECONDS)));
        try {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).timeout(patience).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return LoadResult.parse(answer.body());
            }
            throw process.failure("The users could not do " + order + ": " + answer.body());
        } catch (IOException e) {
            throw process.failure("The users do not answer any more (" + e + ")");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }
}
