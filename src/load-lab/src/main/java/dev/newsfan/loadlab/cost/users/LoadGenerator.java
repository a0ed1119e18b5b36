package dev.newsfan.loadlab.cost.users;

import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.servers.EventLoopServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The process of the users: carries out one {@link LoadOrder} after another, each told by a request that is answered at the end. */
public final class LoadGenerator {

    private LoadGenerator() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        ParentProcess.endWithIt(() -> {});
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        int port = EventLoopServer.start(vertx, 1, loop -> request -> carryOut(loop, request));
        ParentProcess.tellReady(List.of(port));
    }

    private static void carryOut(Vertx vertx, HttpServerRequest request) {
        new ClosedLoop(vertx, LoadOrder.parse(request.query()))
                .run()
                .onSuccess(result -> request.response().end(result.line()))
                .onFailure(e -> request.response().setStatusCode(500).end(e.toString()));
    }
}
