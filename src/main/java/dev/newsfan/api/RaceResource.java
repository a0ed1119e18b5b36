package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.aggregate.NewsAggregator;
import dev.newsfan.aggregate.NewsQuery;
import dev.newsfan.aggregate.Race;
import dev.newsfan.aggregate.RaceEvent;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Admitted;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.Parameters;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The same request in several modes at the same time, told as it happens. */
@Path("/race")
@RegisterForReflection
class RaceResource {

    private final NewsAggregator aggregator;
    private final Race race;
    private final EventStream stream;
    private final SourceStubs stubs;

    RaceResource(NewsAggregator aggregator, Race race, EventStream stream, SourceStubs stubs) {
        this.aggregator = aggregator;
        this.race = race;
        this.stream = stream;
        this.stubs = stubs;
    }

    /** Begins with {@code race} and ends with {@code end}. */
    @GET
    @NonBlocking
    @Admitted
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> race(@Context UriInfo uri, @Context RoutingContext context)
            throws BadParameterException {
        Parameters given = Parameters.of(uri, "modes", "sources", "cache");
        List<Mode> modes = given.modes();
        NewsQuery query = NewsParameters.race(given, aggregator.names());
        AdmittedRequest request = AdmittedRequest.of(context);
        StartLine line = new StartLine(
                modes,
                query.sources(),
                request.budget().total(),
                stubs.note(concurrentCalls(modes, query.sources().size())));
        return stream.of(
                request,
                stream.one("race", () -> line),
                race.run(modes, query, request.budget(), request.step()).map(event -> event(event, request)),
                stream.one("end", Map::of));
    }

    /** In {@code sync} mode there is one at a time; the others make all their calls at once. */
    private static int concurrentCalls(List<Mode> modes, int sources) {
        return modes.stream().mapToInt(mode -> mode == Mode.SYNC ? 1 : sources).sum();
    }

    private OutboundSseEvent event(RaceEvent event, AdmittedRequest request) {
        return switch (event) {
            case RaceEvent.Started started -> stream.event("started", started);
            case RaceEvent.Answered answered -> stream.event("answered", answered);
            case RaceEvent.Summary summary -> stream.event("summary", summary);
            case RaceEvent.Broken(var mode) -> stream.problem(Problem.ours(Map.of("mode", mode)), request);
        };
    }

    @JsonInclude(Include.NON_ABSENT)
    @RegisterForReflection
    private record StartLine(List<Mode> modes, List<String> sources, Duration budget, Optional<String> note) {}
}
