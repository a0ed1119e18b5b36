package dev.newsfan.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request as Vert.x tells of it: what others keep with it, and how its answer fares. */
final class FakeRequest {

    private final Map<String, Object> kept = new HashMap<>();

    private final Delivery delivery = new Delivery() {
        @Override
        HttpServerResponse response() {
            throw new UnsupportedOperationException();
        }

        @Override
        void made() {}

        @Override
        boolean isStalled() {
            return false;
        }

        @Override
        void cut() {}
    };

    private final RoutingContext context =
            proxy(RoutingContext.class, (self, method, arguments) -> switch (method.getName()) {
                case "put" -> {
                    kept.put((String) arguments[0], arguments[1]);
                    yield self;
                }
                case "get" -> kept.get((String) arguments[0]);
                default -> throw new UnsupportedOperationException(method.toString());
            });

    FakeRequest() {
        delivery.keepWith(context);
    }

    RoutingContext context() {
        return context;
    }

    /** The answer's last byte has been written. */
    void end() {
        delivery.over(true);
    }

    /** The client has closed the connection, and those who listen hear of it. */
    void disconnect() {
        delivery.over(false);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
