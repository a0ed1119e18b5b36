package dev.newsfan.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request as Vert.x tells of it: what others keep with it, whether its connection is closed, and how it ends. */
final class FakeRequest {

    private final Map<String, Object> kept = new HashMap<>();
    private final List<Handler<AsyncResult<Void>>> endHandlers = new ArrayList<>();
    private boolean closed;

    private final HttpServerResponse response =
            proxy(HttpServerResponse.class, (self, method, arguments) -> switch (method.getName()) {
                case "closed" -> closed;
                default -> throw new UnsupportedOperationException(method.toString());
            });

    private final RoutingContext context =
            proxy(RoutingContext.class, (self, method, arguments) -> switch (method.getName()) {
                case "put" -> {
                    kept.put((String) arguments[0], arguments[1]);
                    yield self;
                }
                case "get" -> kept.get((String) arguments[0]);
                case "addEndHandler" -> {
                    endHandlers.add(handler(arguments[0]));
                    yield endHandlers.size();
                }
                case "response" -> response;
                default -> throw new UnsupportedOperationException(method.toString());
            });

    RoutingContext context() {
        return context;
    }

    /** The answer's last byte has been written. */
    void end() {
        endHandlers.forEach(handler -> handler.handle(Future.succeededFuture()));
    }

    /** The client has closed the connection, and those who listen hear of it. */
    void disconnect() {
        closed = true;
        endHandlers.forEach(handler -> handler.handle(Future.failedFuture("closed")));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @SuppressWarnings("unchecked")
    private static Handler<AsyncResult<Void>> handler(Object given) {
        return (Handler<AsyncResult<Void>>) given;
    }
}
