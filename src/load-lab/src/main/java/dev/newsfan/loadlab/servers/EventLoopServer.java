package dev.newsfan.loadlab.servers;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** An HTTP server with a handler for each of some event loops, which share a free port. */
public final class EventLoopServer {

    private static final int BACKLOG = 4096;
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private EventLoopServer() {}

    /**
     * Starts it and waits until it listens.
     *
     * @param handlers makes the handler of an event loop, on that loop
     * @return the port
     */
    public static int start(Vertx vertx, int loops, Function<Vertx, Handler<HttpServerRequest>> handlers)
            throws Exception {
        AtomicInteger port = new AtomicInteger();
        // To Vert.x the same number below zero is the same free port.
        int anyPort = -SERVERS.incrementAndGet();
        Supplier<Verticle> instance = () -> new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                        .requestHandler(handlers.apply(vertx))
                        .listen(anyPort, "127.0.0.1")
                        .onSuccess(server -> port.set(server.actualPort()))
                        .<Void>mapEmpty()
                        .onComplete(started);
            }
        };
        vertx.deployVerticle(instance, new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return port.get();
    }
}
