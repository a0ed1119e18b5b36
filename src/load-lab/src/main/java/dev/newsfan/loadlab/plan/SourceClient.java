package dev.newsfan.loadlab.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the service asks its sources. */
public enum SourceClient {
    /** By Quarkus' REST client, the service's own choice. */
    REST,
    /** By Vert.x' HTTP client. */
    VERTX;

    /** As it is written in options and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a source's configuration says of it; empty for the service's own choice. */
    public Optional<String> setting() {
        return this == REST ? Optional.empty() : Optional.of(word());
    }

    static SourceClient of(String word) {
        return Stream.of(values())
                .filter(client -> client.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
