package dev.newsfan.lab.callers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.config.Limits;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.EventStream;
import dev.newsfan.http.ExclusiveRun;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.callers.LoadGenerator.Returned;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Many callers at one wait: whose wait in line, and where does the line begin? */
@Experiment
@Named("callers")
@Path("/lab/callers")
class CallersResource implements Predictor {

    private final ExclusiveRun turn =
            new ExclusiveRun("Other callers are on their way; the lab sends one crowd at a time");
    private final LoadGenerator generator;
    private final EventStream stream;
    private final int workers;

    CallersResource(LoadGenerator generator, EventStream stream, Config config) {
        this.generator = generator;
        this.stream = stream;
        this.workers = Limits.workerThreads(config);
    }

    /** Begins with {@code callers} and ends with {@code summary}. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> callers(@BeanParam LabRequest request) {
        Load load = Load.of(request, workers);
        turn.holdFor(request.admitted());
        List<Returned> all = new ArrayList<>();
        Multi<Returned> back = generator.send(load, request).invoke(all::add);
        return stream.of(
                request.admitted(),
                stream.one("callers", () -> load),
                back.map(caller -> stream.event("returned", caller)),
                stream.one("summary", () -> load.summary(all)));
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Load asked = Load.of(request, workers);
        return Stream.of(Mode.values())
                .map(mode -> new Load(mode, asked.callers(), asked.seconds(), workers))
                .map(load -> new Prediction<>(
                        load.mode().word(), new Line(load.predicted(), load.lineBeginsAt()), load.stairs()))
                .toList();
    }

    @RegisterForReflection
    private record Line(@JsonUnwrapped Load.Total predicted, Optional<Integer> lineBeginsAt) {}
}
