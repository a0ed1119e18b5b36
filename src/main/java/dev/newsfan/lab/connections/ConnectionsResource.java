package dev.newsfan.lab.connections;

import dev.newsfan.fanout.Budget;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.LoopbackClient;
import dev.newsfan.lab.Predictor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Twenty calls to the service itself, with connections that are kept, new each time, or shared. */
@Experiment("connections")
@Path("/lab/connections")
class ConnectionsResource implements Predictor {

    private static final int CALLS = 20;

    /** How long each call takes at the other end. */
    private static final Duration EACH = Duration.ofMillis(10);

    private final LoopbackClient loopback;
    private final Clock clock;

    ConnectionsResource(LoopbackClient loopback, Clock clock) {
        this.loopback = loopback;
        this.clock = clock;
    }

    @GET
    public Uni<Answer> connections(@BeanParam LabRequest request) {
        Client client = Client.of(request);
        Budget budget = request.admitted().budget();
        return calls(client, budget).collect().asList().map(calls -> Answer.of(client, calls, budget.spent()));
    }

    private Multi<Call> calls(Client client, Budget budget) {
        HttpClientOptions options = new HttpClientOptions();
        Multi<Integer> all = Multi.createFrom().range(0, CALLS);
        return switch (client) {
            // The next call begins as soon as an answer is read, a moment before the connection is back.
            case KEPT -> loopback.with(options.setMaxPoolSize(1), http -> all.concatMap(call -> call(http, budget)));
            case NEW -> all.concatMap(call -> loopback.with(options, http -> call(http, budget)));
            // RFC 9113, section 5: they share a connection.
            case HTTP2 ->
                loopback.with(
                        options.setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2ClearTextUpgrade(false)
                                .setHttp2MaxPoolSize(1),
                        http -> all.flatMap(call -> call(http, budget)));
        };
    }

    private Multi<Call> call(HttpClient client, Budget budget) {
        return Multi.createFrom().deferred(() -> {
            Duration started = budget.spent();
            return loopback.get(client, "/lab/connections/peer", HttpClientResponse::body)
                    .map(body -> body.toJsonObject().mapTo(Peer.class))
                    .map(peer ->
                            new Call(started, budget.spent().minus(started), peer.port, peer.protocol, peer.thread))
                    .toMulti();
        });
    }

    /** Tells a call which connection it came over. */
    @GET
    @Path("/peer")
    public Uni<Peer> peer(@BeanParam LabRequest request) {
        var call = request.context().request();
        String protocol = call.version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        return clock.pass(EACH)
                .map(passed -> new Peer(
                        call.remoteAddress().port(),
                        protocol,
                        Thread.currentThread().getName()));
    }

    @Override
    public List<Prediction> predict(LabRequest request) {
        Client.of(request);
        return Stream.of(Client.values()).map(Client::prediction).toList();
    }

    private enum Client {
        KEPT("kept", "in line", EACH.multipliedBy(CALLS), 1),
        NEW("new for each call", "in line", EACH.multipliedBy(CALLS), CALLS),
        HTTP2("one HTTP/2 connection", "at once", EACH, 1);

        private final String words;
        private final String order;
        private final Figures predicted;

        Client(String words, String order, Duration time, int connections) {
            this.words = words;
            this.order = order;
            this.predicted = new Figures(time, connections);
        }

        static Client of(LabRequest request) {
            Parameters given = request.fields("reuse", "http2");
            boolean http2 = given.word("http2", "false", "true").equals("true");
            boolean reuse = given.word("reuse", "true", "false").equals("true");
            if (http2 && given.value("reuse").isPresent()) {
                throw new BadParameterException(
                        "http2", "The parameters \"http2\" and \"reuse\" are given together; allowed: one of them.");
            }
            return http2 ? HTTP2 : reuse ? KEPT : NEW;
        }

        Prediction prediction() {
            List<Bar> bars = List.of(Bar.of(CALLS, Optional.of(predicted.totalTime)));
            return new Prediction(name().toLowerCase(Locale.ROOT), predicted, bars);
        }
    }

    record Answer(String client, String order, List<Call> calls, Figures predicted, Figures measured) {
        private static Answer of(Client client, List<Call> calls, Duration spent) {
            List<Call> inOrder =
                    calls.stream().sorted(Comparator.comparing(Call::started)).toList();
            int connections = (int) calls.stream().map(Call::port).distinct().count();
            return new Answer(client.words, client.order, inOrder, client.predicted, new Figures(spent, connections));
        }
    }

    record Figures(Duration totalTime, int connections) {}

    record Call(Duration started, Duration elapsed, int port, String protocol, String thread) {}

    record Peer(int port, String protocol, String thread) {}
}
