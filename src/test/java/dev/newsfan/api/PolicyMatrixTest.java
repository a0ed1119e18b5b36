package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each policy with each fault in each mode: no call too many and none too few, by the source's own count. */
@QuarkusTest
@TestProfile(PolicyProfile.class)
@Tag("long")
class PolicyMatrixTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    MatrixSources sources;

    @TestHTTPResource
    URI service;

    /** The first requests of a JVM tell more of itself than of sources. */
    @BeforeEach
    void warmUp() throws Exception {
        for (int request = 0; request < 30; request++) {
            get("/sources");
            for (String mode : List.of("sync", "async", "virtual")) {
                get("/" + mode + "-news?sources=warm");
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private MatrixCell.Expected found(MatrixCell cell) throws IOException, InterruptedException {
        JsonNode report = JSON.createObjectNode();
        for (int request = 0; request <= MatrixCell.REQUESTS; request++) {
            String body = get("/" + cell.mode() + "-news?sources=" + cell.source());
            report = JSON.readTree(body).path("sources").path(0);
        }
        return new MatrixCell.Expected(
                sources.calls(cell.source()),
                report.path("outcome").asText(),
                report.path("code").asText(),
                report.path("stale").asBoolean());
    }

    @Test
    void everyCellAsksItsSourceAsOftenAsItMust() throws Exception {
        List<MatrixCell> cells = MatrixCell.all().toList();
        SoftAssertions softly = new SoftAssertions();
        try (var callers = Executors.newFixedThreadPool(40)) {
            List<Callable<MatrixCell.Expected>> tasks = cells.stream()
                    .<Callable<MatrixCell.Expected>>map(cell -> () -> found(cell))
                    .toList();
            var found = callers.invokeAll(tasks);
            for (int cell = 0; cell < cells.size(); cell++) {
                softly.assertThat(found.get(cell).get())
                        .as(cells.get(cell).source())
                        .isEqualTo(cells.get(cell).expected());
            }
        }
        softly.assertAll();
        assertThat(cells).hasSizeGreaterThan(200);
    }
}
