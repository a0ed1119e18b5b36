package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.desk.NewsQuery;
import dev.newsfan.desk.Race;
import dev.newsfan.desk.RaceEvent;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.Problem;
import dev.newsfan.news.Digest;
import dev.newsfan.news.SourceReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The same request in several modes at the same time, told as it happens. */
@Path("/race")
class RaceResource {

    private final Race race;
    private final EventStream stream;
    private final Stubs stubs;

    RaceResource(Race race, EventStream stream, Stubs stubs) {
        this.race = race;
        this.stream = stream;
        this.stubs = stubs;
    }

    /** Begins with {@code race} and ends with {@code end}. */
    @GET
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> race(@Context RoutingContext request) {
        Visit visit = Visit.of(request);
        Multi<OutboundSseEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> stream.event("race", line(visit))),
                        race.run(visit.modes(), visit.query(), visit.budget()).map(this::event),
                        Multi.createFrom().item(() -> stream.event("end", Map.of())));
        return stream.of(events, visit::abandon);
    }

    private StartLine line(Visit visit) {
        NewsQuery query = visit.query();
        return new StartLine(
                visit.modes().stream().map(Mode::word).toList(),
                query.sources(),
                visit.budget().total(),
                stubs.note(callsAtOnce(visit)));
    }

    /** In line there is one at a time; the other modes make all their calls at once. */
    private static int callsAtOnce(Visit visit) {
        int sources = visit.query().sources().size();
        return visit.modes().stream()
                .mapToInt(mode -> mode == Mode.SYNC ? 1 : sources)
                .sum();
    }

    private OutboundSseEvent event(RaceEvent event) {
        String mode = event.mode().word();
        return switch (event) {
            case RaceEvent.Started started ->
                stream.event("started", new Started(mode, started.source(), started.at(), started.thread()));
            case RaceEvent.Answered answered -> stream.event("answered", new Answered(mode, answered.report()));
            case RaceEvent.Finished finished -> stream.event("summary", Summary.of(mode, finished.digest()));
            case RaceEvent.Broken _ -> stream.event("problem", new Broken(mode, Problem.of(500, Problems.OURS)));
        };
    }

    @JsonInclude(Include.NON_ABSENT)
    @RegisterForReflection
    private record StartLine(List<String> modes, List<String> sources, Duration budget, Optional<String> note) {}

    @RegisterForReflection
    private record Started(String mode, String source, Duration at, String thread) {}

    @RegisterForReflection
    private record Answered(
            String mode, String source, @JsonUnwrapped SourceReport report) {
        Answered(String mode, SourceReport report) {
            this(mode, report.name(), report);
        }
    }

    @RegisterForReflection
    private record Summary(String mode, Duration totalTime, boolean complete, int articles, int duplicates) {
        static Summary of(String mode, Digest digest) {
            return new Summary(
                    mode,
                    digest.totalTime(),
                    digest.complete(),
                    digest.articles().size(),
                    digest.duplicates());
        }
    }

    @RegisterForReflection
    private record Broken(String mode, @JsonUnwrapped Problem problem) {}
}
