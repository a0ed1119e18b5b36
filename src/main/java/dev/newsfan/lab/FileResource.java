package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A slow file and other work: one after the other, or while the file is read. */
@Path("/lab")
@Produces(MediaType.APPLICATION_JSON)
class FileResource {

    private final Tasks tasks;
    private final Clock clock;
    private final SlowFile file;

    FileResource(Tasks tasks, Clock clock, SlowFile file) {
        this.tasks = tasks;
        this.clock = clock;
        this.file = file;
    }

    @GET
    @Path("sync/file")
    @Blocking
    public Answer sync(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        AtomicLong bytes = new AtomicLong();
        AdmittedRequest visit = AdmittedRequest.of(request);
        return Answer.of(tasks.sync(blocking(unit(uri), visit, bytes), visit), bytes);
    }

    @GET
    @Path("async/file")
    @NonBlocking
    public Uni<Answer> async(@Context UriInfo uri) throws BadParameterException {
        AtomicLong bytes = new AtomicLong();
        Duration unit = unit(uri);
        List<Task> both = List.of(read(unit, file::readWithoutBlocking, bytes), work(unit));
        return tasks.async(both).map(done -> Answer.of(done, bytes));
    }

    /** The same blocking read as in line, but on a thread that can be spared. */
    @GET
    @Path("virtual/file")
    @RunOnVirtualThread
    public Answer virtual(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        AtomicLong bytes = new AtomicLong();
        AdmittedRequest visit = AdmittedRequest.of(request);
        return Answer.of(tasks.virtual(blocking(unit(uri), visit, bytes), visit), bytes);
    }

    private List<Task> blocking(Duration unit, AdmittedRequest visit, AtomicLong bytes) {
        Function<Duration, Uni<Long>> reader =
                time -> Uni.createFrom().item(Unchecked.supplier(() -> file.readBlocking(time, visit)));
        return List.of(read(unit, reader, bytes), work(unit));
    }

    private static Duration unit(UriInfo uri) throws BadParameterException {
        return Parameters.of(uri, "seconds").seconds("seconds", Duration.ofSeconds(1));
    }

    private static Task read(Duration unit, Function<Duration, Uni<Long>> reader, AtomicLong bytes) {
        Duration time = unit.multipliedBy(2);
        return new Task(
                "file", time, () -> reader.apply(time).invoke(bytes::set).replaceWithVoid());
    }

    private Task work(Duration unit) {
        return new Task("work", unit, () -> clock.pass(unit));
    }

    record Answer(String mode, long bytes, List<Tasks.Report> tasks, Timing predicted, Timing measured) {
        static Answer of(Tasks.Done done, AtomicLong bytes) {
            return new Answer(done.mode(), bytes.get(), done.tasks(), done.predicted(), done.measured());
        }
    }
}
