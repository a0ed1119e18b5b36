package dev.newsfan.upstream;

import dev.newsfan.config.SourceConfig;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A source as HTTP reaches it: its connections, and where its redirects may lead. From any thread. */
public final class HttpUpstream {

    private final SourceConfig config;
    private final UpstreamSettings settings;
    private final EventLoopClients clients;
    private final Secrets secrets;
    private final MovedSource moved;
    private final Redirects redirects;
    private final BytesInFlight.Share memory;

    /**
     * With connections of its own.
     *
     * @param connections the most that there are
     * @param accept the media types of its format, as the header has them
     * @param route how it is reached
     * @param memory that the bodies of its answers may take
     */
    public HttpUpstream(
            String name,
            SourceConfig config,
            int connections,
            String accept,
            Vertx vertx,
            Route route,
            BytesInFlight memory) {
        this.config = config;
        this.settings = new UpstreamSettings(name, config, connections, accept, route);
        this.secrets = Secrets.of(config);
        this.moved = new MovedSource(name, secrets);
        Addresses addresses = new Addresses(settings.url().getHost());
        this.clients = new EventLoopClients(
                vertx, connections, callsPerConnection(config), share -> client(vertx, addresses, share));
        Reach reach = new Reach(config.privateRedirects(), settings.proxies()::lead);
        this.redirects = new Redirects(settings.url(), config.redirects(), reach, moved);
        this.memory = memory.share();
    }

    private UpstreamClient client(Vertx vertx, Addresses addresses, int share) {
        UpstreamClient usual =
                switch (config.client()) {
                    case REST -> new RestUpstream(settings, share);
                    case VERTX -> new VertxUpstream(vertx, settings, settings.options(share, true));
                };
        return new FailoverUpstream(usual, new VertxClients(vertx, settings, share), addresses, settings.timeout());
    }

    /** How many calls a connection carries at a time. */
    public static int callsPerConnection(SourceConfig config) {
        return config.http2() ? SourceConfig.STREAMS_PER_CONNECTION : 1;
    }

    /** What is asked, with the parameters of the configuration: not for showing. */
    public URI url() {
        return settings.url();
    }

    /** The same as anyone may know it. */
    public String urlWithoutQuery() {
        return settings.urlWithoutQuery();
    }

    /** What is sent with each request: not for showing. */
    public Map<String, String> headers() {
        return settings.headers();
    }

    /** How many calls have a connection at this moment. */
    public int underWay() {
        return clients.underWay();
    }

    /** How many calls wait for a connection at this moment. */
    public int waiting() {
        return clients.waiting();
    }

    /** How many connections carry a call at this moment, or several. */
    public int connectionsInUse() {
        return settings.connections().inUse();
    }

    /** How many connections are kept for the next call. */
    public int connectionsIdle() {
        return settings.connections().idle();
    }

    /** Where the source says that it has moved for good, without a query; empty if it is where the configuration has it. */
    public Optional<String> movedTo() {
        return moved.to();
    }

    /**
     * Begins calls, each of which is made when its answer is subscribed to.
     *
     * @param permit fails where the source's rate doesn't allow a request beyond the first; what it emits says nothing
     * @param events counts the requests
     */
    public Function<Question, UpstreamCall> calls(Ask permit, PolicyEvents events) {
        Requests requests = new Requests(clients, permit, events, settings.url());
        return question -> call(question, requests);
    }

    private UpstreamCall call(Question question, Requests requests) {
        CallBodies bodies = new CallBodies(memory::body);
        RedirectedCall redirected = new RedirectedCall(redirects, question, requests, bodies, config.maxSize());
        return new UpstreamCall(question, requests, bodies, redirected, secrets);
    }
}
