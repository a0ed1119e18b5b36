package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.aggregate.SourceCatalog;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What can be asked and how, and how each source fares: what the page needs to know. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class SourcesResource {

    private final SourceCatalog catalog;
    private final Admission admission;
    private final SourceStubs stubs;
    private final boolean lab;
    private final boolean swaggerUi;
    private final boolean explain;

    SourcesResource(
            SourceCatalog catalog,
            Admission admission,
            SourceStubs stubs,
            @ConfigProperty(name = "newsfan.lab.enabled", defaultValue = "false") boolean lab,
            @ConfigProperty(name = "quarkus.management.enabled", defaultValue = "false") boolean portOfItsOwn,
            Explanations explanations) {
        this.catalog = catalog;
        this.admission = admission;
        this.stubs = stubs;
        this.lab = lab;
        this.swaggerUi = !portOfItsOwn;
        this.explain = explanations.allowed();
    }

    /** The sources and the modes, in their order. */
    @GET
    public Uni<Overview> overview() {
        return stubs.presentFaults()
                .map(faults -> new Overview(
                        catalog.sources().stream()
                                .map(source -> new SourceEntry(source, Optional.ofNullable(faults.get(source.name()))))
                                .toList(),
                        Stream.of(Mode.values()).map(this::entry).toList(),
                        admission.budget(),
                        catalog.isCached(),
                        stubs.faults(),
                        lab,
                        swaggerUi,
                        explain));
    }

    private ModeEntry entry(Mode mode) {
        String name = mode.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + mode.word().substring(1);
        return new ModeEntry(mode, admission.limiter(mode).limit(), "/modes/" + name + "Mode.java");
    }

    private record Overview(
            List<SourceEntry> sources,
            List<ModeEntry> modes,
            Duration budget,
            boolean cached,
            List<String> troubles,
            boolean lab,
            boolean swaggerUi,
            boolean explain) {}

    @JsonInclude(Include.NON_ABSENT)
    private record SourceEntry(@JsonUnwrapped SourceCatalog.Entry source, Optional<String> trouble) {}

    private record ModeEntry(Mode mode, int limit, String code) {}
}
