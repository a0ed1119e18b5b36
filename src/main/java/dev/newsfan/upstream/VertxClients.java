package dev.newsfan.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/**
 * The Vert.x clients of a source on one event loop, each made when it is first needed: for all that the client which usually asks
 * can't do, as that knows the source's own URL and takes the first address of its name alone.
 */
final class VertxClients {

    private final Vertx vertx;
    private final UpstreamSettings settings;
    private final int connections;
    private final VertxUpstream[] clients = new VertxUpstream[4];

    /** @param connections the most that each opens */
    VertxClients(Vertx vertx, UpstreamSettings settings, int connections) {
        this.vertx = vertx;
        this.settings = settings;
        this.connections = connections;
    }

    /** Whether a proxy leads there: it then looks the name up, and finds an address. */
    boolean areLed(UpstreamRequest request) {
        return settings.proxies().lead(request.target().map(Target::url).orElseGet(settings::url));
    }

    /**
     * One of them.
     *
     * @param own whether for the source's own origin
     * @param once whether it keeps no connection, and uses none that was kept
     */
    VertxUpstream client(boolean own, boolean once) {
        int which = (own ? 1 : 0) + (once ? 2 : 0);
        if (clients[which] == null) {
            HttpClientOptions options =
                    once ? settings.newConnections(connections, own) : settings.options(connections, own);
            clients[which] = new VertxUpstream(vertx, settings, own, options);
        }
        return clients[which];
    }
}
