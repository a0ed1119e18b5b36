package dev.newsfan.api;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real sources: nobody can give them faults. */
@DefaultBean
@Singleton
final class NoStubs implements SourceStubs {

    @Override
    public List<String> faults() {
        return List.of();
    }

    @Override
    public Uni<Map<String, String>> presentFaults() {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Optional<String> note(int concurrentCalls) {
        return Optional.empty();
    }
}
