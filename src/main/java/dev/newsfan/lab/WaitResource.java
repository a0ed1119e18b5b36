package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;

/** One wait, in three ways. To one caller they look alike. */
@Path("/lab")
@Produces(MediaType.APPLICATION_JSON)
class WaitResource {

    private static final int LONGEST_TEXT = 200;

    private final Clock clock;

    WaitResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @Path("sync/wait")
    @Blocking
    public Answer sync(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        Wish wish = Wish.of(uri, request);
        AdmittedRequest.of(request).sleep(wish.time());
        return wish.answer("sync", "a worker thread slept");
    }

    @GET
    @Path("async/wait")
    @NonBlocking
    public Uni<Answer> async(@Context UriInfo uri, @Context RoutingContext request) throws BadParameterException {
        Wish wish = Wish.of(uri, request);
        return clock.pass(wish.time()).map(rung -> wish.answer("async", "a timer rang, and no thread slept"));
    }

    @GET
    @Path("virtual/wait")
    @RunOnVirtualThread
    public Answer virtual(@Context UriInfo uri, @Context RoutingContext request)
            throws BadParameterException, InterruptedException {
        Wish wish = Wish.of(uri, request);
        AdmittedRequest.of(request).sleep(wish.time());
        return wish.answer("virtual", "a virtual thread slept, and its carrier did other work");
    }

    /**
     * A wait that begins.
     *
     * @param line how long the request waited until then, since it came in
     */
    private record Wish(
            Duration time, Optional<String> question, Optional<String> userName, Duration line, Stopwatch watch) {

        static Wish of(UriInfo uri, RoutingContext request) throws BadParameterException {
            Parameters given = Parameters.of(uri, "seconds", "question", "user_name");
            return new Wish(
                    given.seconds("seconds", Duration.ofSeconds(1)),
                    given.text("question", LONGEST_TEXT),
                    given.text("user_name", LONGEST_TEXT),
                    AdmittedRequest.of(request).budget().spent(),
                    Stopwatch.start());
        }

        Answer answer(String mode, String how) {
            return new Answer(
                    mode,
                    "ok",
                    question,
                    userName,
                    mode + ": " + how + ".",
                    Thread.currentThread().getName(),
                    line,
                    Timing.of(time),
                    Timing.of(watch.elapsed()));
        }
    }

    record Answer(
            String mode,
            String result,
            Optional<String> question,
            Optional<String> userName,
            String message,
            String thread,
            Duration line,
            Timing predicted,
            Timing measured) {}
}
