package dev.newsfan.devstubs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newsfan.api.SourceStubs;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The stubs that stand for the sources in dev mode and in tests, and the faults that they are given.
 *
 * <p>What is changed is changed in WireMock's memory, not in its files; it is forgotten with WireMock.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class WireMockStubs implements SourceStubs {

    /** How many delayed answers WireMock gives at a time: of its 25 threads some are busy otherwise. Measured. */
    private static final int CONCURRENT_ANSWERS = 18;

    private final ObjectMapper mapper;
    private final Optional<WireMockAdmin> admin;

    WireMockStubs(Config config, ObjectMapper mapper) {
        this.mapper = mapper;
        this.admin = config.getOptionalValue("quarkus.wiremock.devservices.port", Integer.class)
                .map(WireMockStubs::admin);
    }

    private static WireMockAdmin admin(int port) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://localhost:" + port + "/__admin"))
                .build(WireMockAdmin.class);
    }

    @Override
    public List<String> faults() {
        return admin.isPresent()
                ? Stream.of(StubFault.values()).map(StubFault::word).toList()
                : List.of();
    }

    @Override
    public Optional<String> note(int concurrentCalls) {
        return admin.isPresent() && concurrentCalls > CONCURRENT_ANSWERS
                ? Optional.of(
                        ("The stubs hold this race back, not the service: it makes up to %d calls at once, and WireMock"
                                        + " delays only about %d answers at a time. Choose fewer sources or modes.")
                                .formatted(concurrentCalls, CONCURRENT_ANSWERS))
                : Optional.empty();
    }

    @Override
    public Uni<Map<String, String>> presentFaults() {
        return admin.map(this::presentFaults).orElse(Uni.createFrom().item(Map.of()));
    }

    /** None if WireMock has no thread left to say so: whoever asks can do without. */
    private Uni<Map<String, String>> presentFaults(WireMockAdmin stubs) {
        return stubs.mappings()
                .map(all -> stubs(all)
                        .collect(Collectors.toMap(
                                WireMockStubs::name, stub -> StubFault.in(stub).word(), (one, other) -> other)))
                .ifNoItem()
                .after(Duration.ofSeconds(1))
                .recoverWithItem(Map.of());
    }

    /** Gives the stub of a source a fault. False if it has none. */
    Uni<Boolean> change(String source, StubFault fault) {
        return admin.map(stubs -> change(stubs, source, fault))
                .orElse(Uni.createFrom().item(false));
    }

    private Uni<Boolean> change(WireMockAdmin stubs, String source, StubFault fault) {
        return stubs.mappings().flatMap(all -> {
            Optional<ObjectNode> stub =
                    stubs(all).filter(mapping -> name(mapping).equals(source)).findFirst();
            return stub.map(mapping -> stubs.change(
                                    mapping.path("id").asText(),
                                    fault.of(mapping).toString())
                            .replaceWith(true))
                    .orElse(Uni.createFrom().item(false));
        });
    }

    private Stream<ObjectNode> stubs(String all) {
        try {
            return StreamSupport.stream(mapper.readTree(all).path("mappings").spliterator(), false)
                    .map(ObjectNode.class::cast);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("WireMock's list of stubs can't be read", e);
        }
    }

    private static String name(JsonNode mapping) {
        return mapping.path("name").asText();
    }
}
