package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces on their way from the packaged service to a collector. */
@Tag("long")
class TracesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @TempDir
    Path folder;

    private PackagedService start(HeldUpstream upstream, String endpoint, String protocol) throws Exception {
        upstream.release();
        return PackagedService.start(
                folder,
                "newsfan.sources.a.url=" + upstream.url(),
                "newsfan.sources.a.format=json-feed",
                "quarkus.otel.sdk.disabled=false",
                "quarkus.otel.traces.sampler.arg=0",
                "quarkus.otel.exporter.otlp.endpoint=" + endpoint,
                "quarkus.otel.exporter.otlp.protocol=" + protocol,
                "quarkus.otel.bsp.schedule.delay=50ms");
    }

    /** Asks as somebody who has begun a trace, which is sampled whatever the ratio. */
    private static HttpResponse<String> ask(URI service, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.resolve(path))
                            .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http/protobuf"})
    void aTraceReachesItsCollector(String protocol) throws Exception {
        try (HeldUpstream upstream = new HeldUpstream();
                CollectorStub collector = new CollectorStub();
                PackagedService service = start(upstream, collector.url(), protocol)) {
            assertThat(service.ask("/virtual-news").join().statusCode()).isEqualTo(200);
            assertThat(ask(service.url(), "/async-news?q=ferry").statusCode()).isEqualTo(200);

            await().atMost(PackagedService.PATIENCE)
                    .untilAsserted(() -> assertThat(collector.spans())
                            .filteredOn(span -> span.parent().equals(CALLER))
                            .singleElement()
                            .satisfies(span -> assertThat(span.name()).isEqualTo("GET /async-news")));
            assertThat(collector.spans()).allSatisfy(span -> {
                assertThat(span.trace()).isEqualTo(TRACE);
                assertThat(span.resource()).contains("newsfan", "service.version", "1.0.0-SNAPSHOT");
            });
            assertThat(service.output()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void aCollectorThatIsAwayIsToldOnce() throws Exception {
        try (HeldUpstream upstream = new HeldUpstream();
                PackagedService service = start(upstream, "http://127.0.0.1:1", "grpc")) {
            for (int round = 1; round <= 3; round++) {
                assertThat(ask(service.url(), "/async-news").statusCode()).isEqualTo(200);
            }
            service.awaitOutput("Traces don't reach their collector");
            assertThat(ask(service.url(), "/async-news").statusCode()).isEqualTo(200);

            service.tellToStop();
            service.awaitExit();
            assertThat(service.output().lines().filter(line -> line.contains("WARN")))
                    .hasSize(1);
        }
    }
}
