package dev.newsfan.lab.clients;

import dev.newsfan.http.LoopbackClient;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The same calls to the service itself by Quarkus' REST client, and by Vert.x' HTTP client, which that one asks by. */
@Experiment
@Named("clients")
@Path("/lab/clients")
class ClientsResource implements Predictor {

    static final String PEER = "/lab/clients/peer";

    private static final int MOST = 2000;
    private static final int USUAL = 300;

    /** More than there are event loops: a server's connections go to one after the other. */
    private static final int MOST_CONNECTIONS = 100;

    /** Some 4 KB. */
    private static final String ARTICLES = IntStream.rangeClosed(1, 20)
            .mapToObj("{\"title\":\"Title %d\",\"summary\":\""::formatted)
            .map(begin -> begin + "x".repeat(198 - begin.length()) + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    private final LoopbackClient loopback;

    ClientsResource(LoopbackClient loopback) {
        this.loopback = loopback;
    }

    @GET
    public Uni<Answer> clients(@BeanParam LabRequest request) {
        Run run = Run.of(request);
        return connect(run, request, MOST_CONNECTIONS).toUni();
    }

    /**
     * Takes a connection whose other end is served by this event loop, if there is one, so that what is measured is the work
     * and not how long threads take to wake each other, which another connection may not need.
     */
    private Multi<Answer> connect(Run run, LabRequest request, int connections) {
        // By its name the REST client finds it, so that both use one connection.
        var options = new HttpClientOptions()
                .setMaxPoolSize(1)
                .setShared(true)
                .setName("newsfan-lab-clients-" + UUID.randomUUID());
        Multi<Answer> answer = loopback.with(
                options,
                http -> peerThread(http)
                        .onItem()
                        .transformToMulti(peer -> isHere(peer) || connections == 1
                                ? run(run, request, http, options.getName(), peer)
                                        .toMulti()
                                : Multi.createFrom().empty()));
        return answer.onCompletion().ifEmpty().switchTo(() -> connect(run, request, connections - 1));
    }

    private static boolean isHere(String thread) {
        return thread.equals(Thread.currentThread().getName());
    }

    private Uni<String> peerThread(HttpClient http) {
        return byVertx(http).map(body -> Buffer.buffer(body).toJsonObject().getString("thread"));
    }

    private Uni<byte[]> byVertx(HttpClient http) {
        return LoopbackClient.send(http, loopback.get(PEER), HttpClientResponse::body)
                .map(Buffer::getBytes);
    }

    private Uni<Answer> run(Run run, LabRequest request, HttpClient http, String name, String peer) {
        Uni<byte[]> byVertx = Uni.createFrom().deferred(() -> byVertx(http));
        if (run.client == Client.VERTX) {
            return run(run, request, peer, byVertx, byVertx);
        }
        PeerApi rest = restClient(name);
        Uni<byte[]> byRest = Uni.createFrom().deferred(rest::get).map(RestResponse::getEntity);
        return run(run, request, peer, byRest, byVertx).onTermination().invoke(rest::close);
    }

    private static Uni<Answer> run(Run run, LabRequest request, String peer, Uni<byte[]> call, Uni<byte[]> byVertx) {
        // The first don't count: after them the code is compiled, at least in part.
        return Timed.of(run.calls, call, request)
                .chain(warm -> Timed.of(run.calls, byVertx, request))
                .chain(sample ->
                        Timed.of(run.calls, call, request).map(measured -> Answer.of(run, peer, sample, measured)));
    }

    private PeerApi restClient(String name) {
        RequestOptions peer = loopback.get(PEER);
        String host = peer.getHost();
        String inUrl = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        Map<String, String> headers = peer.getHeaders().entries().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://" + inUrl + ":" + peer.getPort()))
                .property(QuarkusRestClientProperties.STATIC_HEADERS, headers)
                .httpClientOptionsCustomizer(options -> options.setShared(true).setName(name))
                .build(PeerApi.class);
    }

    /** Answers at once, with the thread that does it. */
    @GET
    @Path("/peer")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public String peer() {
        return "{\"thread\":\"" + Thread.currentThread().getName() + "\",\"articles\":" + ARTICLES + "}";
    }

    /** How long a round trip takes nobody knows before the run, of which a sample is part. */
    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Run.of(request);
        List<Bar> bars = List.of(Bar.of(1, Optional.empty()));
        return Stream.of(Client.values())
                .map(client -> new Prediction<>(client.word(), Figures.UNKNOWN, bars))
                .toList();
    }

    private enum Client {
        REST,
        VERTX;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Run(Client client, int calls) {
        static Run of(LabRequest request) {
            Parameters given = request.fields("client", "calls");
            boolean rest = given.word("client", "rest", "vertx").equals("rest");
            return new Run(rest ? Client.REST : Client.VERTX, given.number("calls", 1, MOST, USUAL));
        }
    }

    /** Calls one after another: how long each took, the fastest first, and all of them. */
    private record Timed(List<Duration> each, Duration all) {
        static Uni<Timed> of(int calls, Uni<byte[]> call, LabRequest request) {
            return Uni.createFrom().deferred(() -> {
                Duration begun = request.spent();
                return Multi.createFrom()
                        .range(0, calls)
                        .onItem()
                        .transformToUniAndConcatenate(number -> timed(call, request))
                        .collect()
                        .asList()
                        .map(each -> {
                            Duration all = request.spent().minus(begun);
                            return new Timed(each.stream().sorted().toList(), all);
                        });
            });
        }

        private static Uni<Duration> timed(Uni<byte[]> call, LabRequest request) {
            return Uni.createFrom().deferred(() -> {
                Duration begun = request.spent();
                return call.map(body -> request.spent().minus(begun));
            });
        }

        Duration median() {
            return each.get(each.size() / 2);
        }
    }

    record Answer(String client, int calls, String thread, String peerThread, Figures predicted, Figures measured) {
        private static Answer of(Run run, String peerThread, Timed sample, Timed measured) {
            String thread = Thread.currentThread().getName();
            Figures predicted = Figures.predicted(sample);
            return new Answer(run.client.word(), run.calls, thread, peerThread, predicted, Figures.measured(measured));
        }
    }

    /** Of all calls that count, and in whole microseconds of one; empty is what nobody predicts. */
    record Figures(
            Optional<Duration> totalTime,
            Optional<Long> medianMicros,
            Optional<Long> fastestMicros,
            Optional<Long> slowestMicros) {

        private static final Figures UNKNOWN =
                new Figures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Each call is a round trip, whoever makes it: what the sample took, that the calls will take. */
        static Figures predicted(Timed sample) {
            return new Figures(Optional.of(sample.all), micros(sample.median()), Optional.empty(), Optional.empty());
        }

        static Figures measured(Timed calls) {
            List<Duration> each = calls.each;
            return new Figures(
                    Optional.of(calls.all), micros(calls.median()), micros(each.getFirst()), micros(each.getLast()));
        }

        private static Optional<Long> micros(Duration time) {
            return Optional.of(Math.round(time.toNanos() / 1000.0));
        }
    }
}
