package dev.newsfan.lab;

import static dev.newsfan.http.Answers.json;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.LogLines;
import dev.newsfan.api.SseReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who break the connection as soon as they have asked. */
@QuarkusTest
@TestProfile(LabProfile.class)
@Tag("long")
class RudeCallersTest {

    private static final int TIMES = 30;

    @TestHTTPResource
    URI service;

    private void askAndBreakOff(String experiment) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            // No good-bye: the other side finds the connection reset.
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + experiment + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theyDoNotKeepTheTurnOfACrowd() throws IOException {
        try (LogLines log = LogLines.ofWarnings()) {
            for (int time = 0; time < TIMES; time++) {
                askAndBreakOff("/lab/callers?mode=async&callers=1&seconds=10");
            }
            ExperimentsAtWork.awaitNumber(0);
            assertThat(log.lines()).noneMatch(line -> line.contains("failed inside"));
        }

        try (SseReader crowd = new SseReader(service, "/lab/callers?mode=async&callers=1&seconds=0.1")) {
            await().pollInterval(Duration.ofMillis(10)).until(crowd::ended);
            assertThat(crowd.names()).containsExactly("callers", "returned", "summary");
        }
    }

    @Test
    void theyAreNoAudienceOfALoop() throws IOException {
        for (int time = 0; time < TIMES; time++) {
            askAndBreakOff("/lab/heartbeat");
        }
        ExperimentsAtWork.awaitNumber(0);

        assertThat(json(get("/lab/wrong?seconds=0.001"), 200).getMap("")).doesNotContainKey("note");
    }

    /** A turn that is given back while the work goes on would let the work pile up. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/lab/cpu/virtual?rounds=50000000", "/lab/cpu/on-loop?rounds=50000000", "/lab/right?seconds=10"})
    void theirWorkEndsAndThenComesTheNext(String experiment) throws IOException {
        askAndBreakOff(experiment);
        ExperimentsAtWork.awaitNumber(0);

        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> json(get("/lab/cpu/virtual?rounds=1"), 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void theyLeaveNoFileOpen(String mode) throws IOException {
        for (int time = 0; time < TIMES; time++) {
            askAndBreakOff("/lab/" + mode + "/file?seconds=0.1");
        }
        ExperimentsAtWork.awaitNumber(0);

        json(get("/lab/" + mode + "/file?seconds=0.1"), 200);
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(openFiles()).doesNotContain("newsfan-lab-"));
    }

    /** Where the system tells them. */
    private static String openFiles() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return "";
        }
        StringBuilder files = new StringBuilder();
        try (var descriptors = Files.list(own)) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    try {
                        files.append(Files.readSymbolicLink(descriptor)).append('\n');
                    } catch (IOException e) {
                        // It was closed in between.
                    }
                }
            }
        }
        return files.toString();
    }
}
