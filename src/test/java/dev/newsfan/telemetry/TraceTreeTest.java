package dev.newsfan.telemetry;

import static dev.newsfan.telemetry.TracedSources.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newsfan.api.Scrape;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The traces of a whole service: what hangs below what, whatever the mode and however requests overlap. */
@Tag("long")
@QuarkusTest
@TestProfile(TracedProfile.class)
class TraceTreeTest {

    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    KeptSpans spans;

    @TestHTTPResource
    URI service;

    TracedSources sources;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void hold() {
        sources.hold();
    }

    @AfterEach
    void release() {
        sources.release();
        client.shutdownNow();
    }

    private static String trace(int number) {
        return "4bf92f3577b34da6a3ce%012x".formatted(number);
    }

    /** Asks as somebody whose trace this is. */
    private CompletableFuture<HttpResponse<String>> ask(String trace, String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                        .header("baggage", "key=" + SECRET)
                        .header("Cookie", SECRET)
                        .build(),
                BodyHandlers.ofString());
    }

    private void assertThatTreeIs(String trace, String tree) {
        await().untilAsserted(() -> assertThat(spans.tree(trace, CALLER)).isEqualTo(tree));
    }

    private SpanData only(String trace, String name) {
        return spans.of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void eachModeMakesTheSameTree(String mode) {
        String trace = trace(mode.length());

        ask(trace, "/" + mode + "-news?sources=wire,herald,moved,slow,away").join();

        assertThatTreeIs(trace, """
                GET /%s-news ok 200
                  call away error retried
                    GET error not_connected
                    GET error not_connected #1
                  call herald ok
                    GET ok 200
                    decoding
                  call moved ok
                    GET ok 200 #1
                    GET ok 302
                    decoding
                  call slow timeout
                    GET cancelled
                  call wire ok
                    GET ok 200
                    decoding
                  merging
                  writing
                """.formatted(mode));
        assertThat(only(trace, "GET /" + mode + "-news").getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("newsfan.mode"), mode)
                .containsEntry(AttributeKey.longKey("newsfan.outcomes.ok"), 3L)
                .containsEntry(AttributeKey.longKey("newsfan.outcomes.timeout"), 1L)
                .containsEntry(AttributeKey.longKey("newsfan.outcomes.error"), 1L)
                .containsKey(AttributeKey.doubleKey("newsfan.time.waiting"));
    }

    @Test
    void aRaceHasALaneForEachMode() {
        ask(trace(100), "/race?modes=sync,async,virtual&sources=wire,herald").join();

        String lane = """
                  lane %s
                    call herald ok
                      GET ok 200
                      decoding
                    call wire ok
                      GET ok 200
                      decoding
                    merging
                    writing
                """;
        assertThatTreeIs(
                trace(100),
                "GET /race ok 200\n" + lane.formatted("async") + lane.formatted("sync") + lane.formatted("virtual"));
    }

    @Test
    void requestsThatOverlapKeepTheirCallsApart() {
        List<String> modes = List.of("sync", "async", "virtual");
        List<String> wanted = List.of("wire", "herald", "wire,herald", "moved,wire");
        List<Integer> numbers = IntStream.range(1000, 1036).boxed().toList();
        numbers.stream()
                .map(number -> ask(
                        trace(number), "/%s-news?sources=%s".formatted(modes.get(number % 3), wanted.get(number % 4))))
                .toList()
                .forEach(CompletableFuture::join);

        await().untilAsserted(() -> assertThat(numbers)
                .allSatisfy(number -> assertThat(spans.tree(trace(number), CALLER))
                        .isEqualTo(treeOf(modes.get(number % 3), wanted.get(number % 4)))));
    }

    private static String treeOf(String mode, String wanted) {
        StringBuilder tree = new StringBuilder("GET /" + mode + "-news ok 200\n");
        Stream.of(wanted.split(","))
                .sorted()
                .forEach(source -> tree.append("  call " + source + " ok\n")
                        .append(source.equals("moved") ? "    GET ok 200 #1\n    GET ok 302\n" : "    GET ok 200\n")
                        .append("    decoding\n"));
        return tree + "  merging\n  writing\n";
    }

    @Test
    void aCallThatIsSharedIsALink() {
        var leading = ask(trace(200), "/async-news?sources=held");
        await().until(() -> sources.heard("held").size() == 1);
        var following = ask(trace(201), "/virtual-news?sources=held");
        await().until(() -> shared() >= 1);
        sources.release();
        leading.join();
        following.join();

        assertThatTreeIs(trace(201), """
                GET /virtual-news ok 200
                  call held ok shared
                  merging
                  writing
                """);
        assertThatTreeIs(trace(200), """
                GET /async-news ok 200
                  call held ok
                    GET ok 200
                    decoding
                  merging
                  writing
                """);
        assertThat(only(trace(201), "call held").getLinks())
                .singleElement()
                .satisfies(link -> assertThat(link.getSpanContext().getSpanId())
                        .isEqualTo(only(trace(200), "call held").getSpanId()));
    }

    private static double shared() {
        return Scrape.now().value("newsfan_source_policy_total", "source", "held", "event", "shared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async", "virtual"})
    void whoLeavesEndsItsTrace(String mode) {
        String trace = trace(300 + mode.length());
        var left = ask(trace, "/" + mode + "-news?sources=held");
        await().until(() -> sources.heard("held").size() == 1);
        left.cancel(true);

        assertThatTreeIs(trace, """
                GET /%s-news cancelled
                  call held cancelled
                    GET cancelled
                """.formatted(mode));
    }

    @Test
    void whatIsWrongIsNoFaultOfTheServer() {
        ask(trace(400), "/async-news?sources=nobody").join();

        assertThatTreeIs(trace(400), "GET /async-news error 400\n");
    }

    @Test
    void whoHasNoTraceGetsOne() {
        client.sendAsync(
                        HttpRequest.newBuilder(service.resolve("/async-news?sources=wire&limit=7"))
                                .build(),
                        BodyHandlers.ofString())
                .join();

        await().untilAsserted(() -> assertThat(spans.all())
                .anyMatch(span -> span.getName().equals("GET /async-news")
                        && span.getParentSpanId().equals(SpanId.getInvalid())));
    }

    @Test
    void noSpanHasAnythingToHide() {
        ask(trace(500), "/async-news?q=" + SECRET + "&sources=wire,moved,away,slow")
                .join();
        ask(trace(501), "/async-news?nonsense=" + SECRET).join();
        ask(trace(502), "/stream-news?q=" + SECRET + "&sources=wire").join();
        await().until(() -> Stream.of(500, 501, 502)
                .allMatch(number -> !spans.tree(trace(number), CALLER).isEmpty()));

        assertThat(spans.all())
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.toString()).doesNotContain(SECRET));
    }

    @Test
    void noSourceHearsOfTracesUnlessThatIsSaid() {
        ask(trace(600), "/async-news?sources=wire,moved,herald").join();
        assertThat(Stream.of("wire", "moved", "there").flatMap(name -> sources.heard(name).stream()))
                .hasSize(3)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKeys("Traceparent", "Tracestate", "Baggage"));
        await().until(() -> attempt(trace(600), "herald").isPresent());
        String attempt = attempt(trace(600), "herald").orElseThrow().getSpanId();
        assertThat(sources.heard("herald")).singleElement().satisfies(headers -> {
            assertThat(headers.getFirst("Traceparent")).isEqualTo("00-" + trace(600) + "-" + attempt + "-01");
            assertThat(headers).doesNotContainKey("Baggage");
        });
    }

    private Optional<SpanData> attempt(String trace, String source) {
        return spans.of(trace).stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT)
                .filter(span -> source.equals(span.getAttributes().get(AttributeKey.stringKey("newsfan.source"))))
                .findFirst();
    }
}
