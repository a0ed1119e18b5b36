package dev.newsfan.devstubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.api.SourceStubs;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The stubs that stand for the sources in dev mode and in tests, and the faults that they are given, by WireMock's own API
 * (wiremock.org/docs/standalone/admin-api-reference).
 *
 * <p>What is changed is changed in WireMock's memory, not in its files; it is forgotten with WireMock.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class WireMockStubs implements SourceStubs {

    /** How many delayed answers WireMock gives at a time: of its 25 threads some are busy otherwise. Measured. */
    private static final int CONCURRENT_ANSWERS = 18;

    private static final String MAPPINGS = "/__admin/mappings";

    private final ObjectMapper json;
    private final Optional<HttpClient> wireMock;

    WireMockStubs(Config config, Vertx vertx, ObjectMapper json) {
        this.json = json;
        this.wireMock = config.getOptionalValue("quarkus.wiremock.devservices.port", Integer.class)
                .map(port -> vertx.createHttpClient(
                        new HttpClientOptions().setDefaultHost("localhost").setDefaultPort(port)));
    }

    @Override
    public List<String> faults() {
        return wireMock.isPresent()
                ? Stream.of(StubFault.values()).map(StubFault::word).toList()
                : List.of();
    }

    @Override
    public Optional<String> note(int concurrentCalls) {
        return wireMock.isPresent() && concurrentCalls > CONCURRENT_ANSWERS
                ? Optional.of(
                        ("The stubs hold this race back, not the service: it makes up to %d calls at once, and WireMock"
                                        + " delays only about %d answers at a time. Choose fewer sources or modes.")
                                .formatted(concurrentCalls, CONCURRENT_ANSWERS))
                : Optional.empty();
    }

    /** None if WireMock has no thread left to say so: whoever asks can do without. */
    @Override
    public Uni<Map<String, String>> presentFaults() {
        return stubs().map(stubs -> stubs.stream()
                        .collect(Collectors.toMap(
                                WireMockStubs::name, stub -> StubFault.in(stub).word(), (one, other) -> other)))
                .ifNoItem()
                .after(Duration.ofSeconds(1))
                .recoverWithItem(Map.of());
    }

    /** Gives the stub of a source a fault. False if it has none. */
    Uni<Boolean> change(String source, StubFault fault) {
        return stubs().flatMap(stubs -> stubs.stream()
                .filter(stub -> name(stub).equals(source))
                .findFirst()
                .map(stub -> ask(
                                HttpMethod.PUT,
                                MAPPINGS + "/" + stub.path("id").asText(),
                                fault.of(stub).toString())
                        .replaceWith(true))
                .orElse(Uni.createFrom().item(false)));
    }

    private Uni<List<ObjectNode>> stubs() {
        return wireMock.isEmpty()
                ? Uni.createFrom().item(List.of())
                : ask(HttpMethod.GET, MAPPINGS, "").map(this::read);
    }

    private Uni<String> ask(HttpMethod method, String path, String body) {
        return UniHelper.toUni(wireMock.orElseThrow()
                        .request(method, path)
                        .compose(request -> request.send(body))
                        .compose(HttpClientResponse::body))
                .map(Buffer::toString);
    }

    private List<ObjectNode> read(String mappings) {
        try {
            return StreamSupport.stream(json.readTree(mappings).path("mappings").spliterator(), false)
                    .map(ObjectNode.class::cast)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("WireMock's list of stubs can't be read", e);
        }
    }

    private static String name(JsonNode mapping) {
        return mapping.path("name").asText();
    }
}
