package dev.newsfan.api;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands for the sources in dev mode and in tests, as far as the resources of the news speak of it. */
public interface SourceStubs {

    /** The faults that a stub can be given, by their words; none where there are no stubs. */
    List<String> faults();

    /** The present fault of each source that has a stub of its name. */
    Uni<Map<String, String>> presentFaults();

    /** A warning if so many calls at once are more than the stubs can answer in their time. */
    Optional<String> note(int concurrentCalls);
}
