package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What production shows to those who ask for news, and what to those who run it. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("long")
class ManagementPortIT {

    private static final int WORKERS = 2;

    private HeldUpstream upstream;
    private PackagedService service;

    @BeforeAll
    void startWithFewWorkers(@TempDir Path folder) throws IOException {
        upstream = new HeldUpstream();
        service = PackagedService.start(
                folder,
                "newsfan.sources.a.url=" + upstream.url(),
                "newsfan.sources.a.format=json-feed",
                "newsfan.sources.a.share=false",
                "newsfan.sources.a.timeout=10s",
                "newsfan.limits.sync=" + WORKERS,
                "quarkus.thread-pool.max-threads=" + WORKERS);
    }

    @AfterAll
    void stop() throws InterruptedException {
        service.close();
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics", "/q/swagger-ui/"})
    void whatIsForOperatorsHasAPortOfItsOwn(String path) {
        assertThat(service.ask(path).join().statusCode()).isEqualTo(404);
        assertThat(service.askManagement(path).join().statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentOfTheApiIsAtBoth() {
        HttpResponse<String> document = service.ask("/q/openapi").join();

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(service.askManagement("/q/openapi").join().body()).isEqualTo(document.body());
    }

    @Test
    void thePageIsToldThatSwaggerUiIsElsewhere() {
        assertThat(service.ask("/sources").join().body()).contains("\"swagger_ui\":false");
    }

    @Test
    void newsAreNotServedThere() {
        assertThat(service.askManagement("/async-news").join().statusCode()).isEqualTo(404);
        assertThat(service.askManagement("/").join().statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheMachineItselfReachesIt() {
        service.awaitOutput("Management interface listening on http://127.0.0.1:");
    }

    @Test
    void answersWhileEveryWorkerWaitsForASource() {
        int before = upstream.requests();
        List<CompletableFuture<HttpResponse<String>>> waiting =
                Stream.generate(() -> service.ask("/sync-news")).limit(WORKERS).toList();
        await().atMost(PackagedService.PATIENCE).until(() -> upstream.requests() == before + WORKERS);

        for (String path : List.of("/q/health/ready", "/q/health/live")) {
            assertThat(service.askManagement(path).join().statusCode()).isEqualTo(200);
        }

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        upstream.release();
        assertThat(waiting).allMatch(answer -> answer.join().statusCode() == 200);
    }
}
