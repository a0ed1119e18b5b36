package dev.newsfan.api;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands for the sources in dev mode and in tests, as far as the resources of the news speak of it. */
public interface SourceStubs {

    /** The faults that a stub can be given, by their words; none where there are no stubs. */
    default List<String> faults() {
        return List.of();
    }

    /** The present fault of each source that has a stub of its name. */
    default Uni<Map<String, String>> presentFaults() {
        return Uni.createFrom().item(Map.of());
    }

    /** A warning if so many calls at once are more than the stubs can answer in their time. */
    default Optional<String> note(int concurrentCalls) {
        return Optional.empty();
    }

    /** Real sources: nobody can give them faults. */
    @DefaultBean
    @Singleton
    final class None implements SourceStubs {}
}
