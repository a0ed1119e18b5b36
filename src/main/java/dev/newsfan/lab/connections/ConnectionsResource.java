package dev.newsfan.lab.connections;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.http.BadParameterException;
import dev.newsfan.http.Clock;
import dev.newsfan.http.LoopbackClient;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Named;
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
@Experiment
@Named("connections")
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
        return calls(client, request).collect().asList().map(calls -> Answer.of(client, calls, request.spent()));
    }

    private Multi<Call> calls(Client client, LabRequest request) {
        // A next call may begin when an answer is read, a moment before its connection is back.
        HttpClientOptions options = new HttpClientOptions().setMaxPoolSize(1);
        Multi<Integer> all = Multi.createFrom().range(0, CALLS);
        return switch (client) {
            case KEPT -> loopback.with(options, http -> all.concatMap(call -> call(http, request)));
            case NEW -> all.concatMap(call -> loopback.with(options, http -> call(http, request)));
            case HTTP2 -> {
                // All share it: RFC 9113, section 5.
                options.setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
                yield loopback.with(options, http -> all.flatMap(call -> call(http, request)));
            }
        };
    }

    private Multi<Call> call(HttpClient http, LabRequest request) {
        return Multi.createFrom().deferred(() -> {
            Duration started = request.spent();
            return LoopbackClient.send(http, loopback.get("/lab/connections/peer"), HttpClientResponse::body)
                    .map(body -> body.toJsonObject().mapTo(Peer.class))
                    .map(peer -> new Call(started, request.spent().minus(started), peer))
                    .toMulti();
        });
    }

    /** Tells a call which connection it came over. */
    @GET
    @Path("/peer")
    public Uni<Peer> peer(@BeanParam LabRequest request) {
        HttpServerRequest call = request.context().request();
        String protocol = call.version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        String thread = Thread.currentThread().getName();
        return clock.pass(EACH).map(passed -> new Peer(call.remoteAddress().port(), protocol, thread));
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Client.of(request);
        return Stream.of(Client.values()).map(Client::prediction).toList();
    }

    private enum Client {
        KEPT("kept"),
        NEW("new for each call"),
        HTTP2("one HTTP/2 connection");

        private final String words;

        Client(String words) {
            this.words = words;
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

        Figures predicted() {
            return new Figures(this == HTTP2 ? EACH : EACH.multipliedBy(CALLS), this == NEW ? CALLS : 1);
        }

        Prediction<?> prediction() {
            List<Bar> bars = List.of(Bar.of(CALLS, Optional.of(predicted().totalTime)));
            return new Prediction<>(name().toLowerCase(Locale.ROOT), predicted(), bars);
        }
    }

    record Answer(String client, String order, List<Call> calls, Figures predicted, Figures measured) {
        private static Answer of(Client client, List<Call> calls, Duration spent) {
            calls.sort(Comparator.comparing(Call::started));
            long ports = calls.stream().map(call -> call.peer.port).distinct().count();
            Figures measured = new Figures(spent, (int) ports);
            String order = client == Client.HTTP2 ? "at once" : "in line";
            return new Answer(client.words, order, calls, client.predicted(), measured);
        }
    }

    record Figures(Duration totalTime, int connections) {}

    record Call(
            Duration started,
            Duration elapsed,
            @JsonUnwrapped Peer peer) {}

    record Peer(int port, String protocol, String thread) {}
}
