package dev.newsfan.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The stubs that stand for the sources in dev mode and in tests, and what troubles them. In production there are none.
 *
 * <p>What is changed is changed in WireMock's memory, not in its files; it is forgotten with WireMock.
 */
@Singleton
class Stubs {

    /** How many delayed answers WireMock gives at a time: of its 25 threads some are busy otherwise. Measured. */
    private static final int ANSWERS_AT_ONCE = 18;

    private final ObjectMapper mapper;
    private final Optional<StubAdmin> admin;

    Stubs(Config config, LaunchMode mode, ObjectMapper mapper) {
        this.mapper = mapper;
        Optional<Integer> port = mode == LaunchMode.NORMAL
                ? Optional.empty()
                : config.getOptionalValue("quarkus.wiremock.devservices.port", Integer.class);
        admin = port.map(Stubs::admin);
    }

    private static StubAdmin admin(int port) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://localhost:" + port + "/__admin"))
                .build(StubAdmin.class);
    }

    /** Whether there are any. */
    boolean present() {
        return admin.isPresent();
    }

    /** A warning if so many calls at once are more than the stubs can answer in their time. */
    Optional<String> note(int callsAtOnce) {
        return present() && callsAtOnce > ANSWERS_AT_ONCE
                ? Optional.of(
                        ("The stubs hold this race back, not the service: it makes up to %d calls at once, and WireMock"
                                        + " delays only about %d answers at a time. Choose fewer sources or modes.")
                                .formatted(callsAtOnce, ANSWERS_AT_ONCE))
                : Optional.empty();
    }

    /** The present trouble of each source that has a stub of its name; empty where there are no stubs. */
    Uni<Map<String, Trouble>> troubles() {
        return admin.map(this::troubles).orElse(Uni.createFrom().item(Map.of()));
    }

    /** None if WireMock has no thread left to say so: whoever asks can do without. */
    private Uni<Map<String, Trouble>> troubles(StubAdmin stubs) {
        return stubs.mappings()
                .map(all -> stubs(all).collect(Collectors.toMap(Stubs::name, Trouble::in, (one, other) -> other)))
                .ifNoItem()
                .after(Duration.ofSeconds(1))
                .recoverWithItem(Map.of());
    }

    /** Changes the stub of a source. False if it has none. */
    Uni<Boolean> trouble(String source, Trouble trouble) {
        StubAdmin stubs = admin.orElseThrow();
        return stubs.mappings().flatMap(all -> {
            Optional<ObjectNode> stub =
                    stubs(all).filter(mapping -> name(mapping).equals(source)).findFirst();
            return stub.map(mapping -> stubs.change(
                                    mapping.path("id").asText(),
                                    trouble.of(mapping).toString())
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
