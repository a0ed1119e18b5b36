package dev.newsfan.lab;

import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;

/** Twenty calls to the service itself, with connections that are kept, new each time, or shared. */
@Path("/lab/connections")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class ConnectionsResource {

    private static final int CALLS = 20;

    /** How long each call takes at the other end. */
    private static final Duration EACH = Duration.ofMillis(10);

    private final Peer peer;
    private final Clock clock;

    ConnectionsResource(Peer peer, Clock clock) {
        this.peer = peer;
        this.clock = clock;
    }

    @GET
    public Uni<Answer> connections(@Context UriInfo uri) throws BadParameterException {
        Parameters given = Parameters.of(uri, "reuse", "http2");
        boolean http2 = given.word("http2", "false", "true").equals("true");
        boolean reuse = given.word("reuse", "true", "false").equals("true");
        if (http2 && given.value("reuse").isPresent()) {
            throw new BadParameterException(
                    "http2", "The parameters \"http2\" and \"reuse\" are given together; allowed: one of them.");
        }
        if (http2) {
            return answer("one HTTP/2 connection", "at once", 1, EACH, peer.askAtOnceOverHttp2(CALLS));
        }
        Duration inLine = EACH.multipliedBy(CALLS);
        return reuse
                ? answer("kept", "in line", 1, inLine, peer.askInLine(CALLS))
                : answer("new for each call", "in line", CALLS, inLine, peer.askInLineAnew(CALLS));
    }

    /** Tells a call which connection it came over. */
    @GET
    @Path("/peer")
    public Uni<PeerAnswer> peer(@Context RoutingContext request) {
        return clock.pass(EACH)
                .map(rung -> new PeerAnswer(
                        request.request().remoteAddress().port(),
                        request.request().version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
                        Thread.currentThread().getName()));
    }

    private static Uni<Answer> answer(
            String client, String order, int connections, Duration time, Uni<List<Peer.Call>> calls) {
        Figures predicted = new Figures(time, connections);
        return Uni.createFrom().deferred(() -> {
            Stopwatch watch = Stopwatch.start();
            return calls.map(
                    all -> new Answer(client, order, all, predicted, new Figures(watch.elapsed(), connections(all))));
        });
    }

    private static int connections(List<Peer.Call> calls) {
        return (int) calls.stream().map(Peer.Call::port).distinct().count();
    }

    record Answer(String client, String order, List<Peer.Call> calls, Figures predicted, Figures measured) {}

    record Figures(Duration totalTime, int connections) {}

    record PeerAnswer(int port, String protocol, String thread) {}
}
