package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.desk.Admission;
import dev.newsfan.desk.NewsfanConfig;
import dev.newsfan.desk.SourceInfo;
import dev.newsfan.desk.Sources;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.BadParameter;
import dev.newsfan.http.Parameters;
import dev.newsfan.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;

/** What can be asked and how: what the page needs to know. In dev mode the sources can be troubled here. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class SourcesResource {

    private final Sources sources;
    private final NewsfanConfig config;
    private final Admission admission;
    private final Stubs stubs;
    private final boolean lab;

    SourcesResource(
            Sources sources,
            NewsfanConfig config,
            Admission admission,
            Stubs stubs,
            @ConfigProperty(name = "newsfan.lab.enabled", defaultValue = "false") boolean lab) {
        this.sources = sources;
        this.config = config;
        this.admission = admission;
        this.stubs = stubs;
        this.lab = lab;
    }

    /** The sources and the modes, in their order. */
    @GET
    public Uni<Overview> overview() {
        return stubs.troubles()
                .map(troubles -> new Overview(
                        sources.described().stream()
                                .map(source -> entry(source, troubles))
                                .toList(),
                        Arrays.stream(Mode.values()).map(this::mode).toList(),
                        config.budget(),
                        stubs.present() ? troubleWords() : List.of(),
                        lab));
    }

    /** Changes what a source's stub does, in dev mode; elsewhere there is nothing here. */
    @PUT
    @Path("/{name}/trouble")
    public Uni<Response> trouble(@RestPath String name, @Context UriInfo uri) throws BadParameter {
        String kind =
                Parameters.of(uri.getQueryParameters(), "kind").value("kind").orElse("");
        if (!stubs.present()) {
            return Uni.createFrom().item(missing("There are no stubs to trouble outside dev mode."));
        }
        Trouble trouble = Trouble.of(kind)
                .orElseThrow(() -> new BadParameter(
                        "kind",
                        "There is no trouble \"" + Parameters.echo(kind) + "\"; allowed: "
                                + String.join(", ", troubleWords()) + "."));
        return stubs.trouble(name, trouble)
                .map(found -> found
                        ? Response.ok(Map.of("name", name, "trouble", kind)).build()
                        : missing("No stub is named like the source \"" + Parameters.echo(name) + "\"."));
    }

    private static Response missing(String detail) {
        return Problem.of(404, detail).response().build();
    }

    private static SourceEntry entry(SourceInfo source, Map<String, Trouble> troubles) {
        Optional<String> trouble =
                Optional.ofNullable(troubles.get(source.name())).map(Trouble::word);
        return new SourceEntry(source.name(), source.format(), source.timeout(), trouble);
    }

    private ModeEntry mode(Mode mode) {
        String name = mode.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + mode.word().substring(1);
        return new ModeEntry(mode.word(), admission.limit(mode), "/modes/" + name + "Mode.java");
    }

    private static List<String> troubleWords() {
        return Arrays.stream(Trouble.values()).map(Trouble::word).toList();
    }

    private record Overview(
            List<SourceEntry> sources, List<ModeEntry> modes, Duration budget, List<String> troubles, boolean lab) {}

    @JsonInclude(Include.NON_ABSENT)
    private record SourceEntry(String name, String format, Duration timeout, Optional<String> trouble) {}

    private record ModeEntry(String mode, int limit, String code) {}
}
