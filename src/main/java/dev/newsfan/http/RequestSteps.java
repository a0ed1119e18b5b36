package dev.newsfan.http;

import dev.newsfan.timeline.Arrival;
import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepListener;
import dev.newsfan.timeline.Steps;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tells whoever wants to hear of it of each request for a resource that is {@link Admitted}, also of those that are not let in. */
@Singleton
final class RequestSteps {

    private final List<StepListener> listeners;
    private final AccessLog accessLog;
    private final Map<Method, String> routes = new ConcurrentHashMap<>();

    RequestSteps(@All List<StepListener> listeners, AccessLog accessLog) {
        this.listeners = listeners;
        this.accessLog = accessLog;
    }

    /** A request has come to this method of a resource; its step ends when its answer has been written or its caller has gone. */
    Step begin(Method resource, RoutingContext request) {
        HttpServerRequest asked = request.request();
        Optional<String> traceparent = Optional.ofNullable(asked.getHeader("traceparent"));
        String trace = RequestIds.of(request);
        Arrival arrival = new Arrival(
                asked.method().name(),
                routes.computeIfAbsent(resource, RequestSteps::route),
                trace,
                traceparent,
                Optional.ofNullable(asked.getHeader("tracestate")));
        List<Step> heard = Stream.concat(
                        listeners.stream().map(listener -> listener.begin(arrival)), accessLog.step(request).stream())
                .toList();
        Step step = Steps.request(trace, heard);
        // What is exported can be found by its own name only.
        RequestIds.replace(request, step.trace());
        Delivery.of(request)
                .ifPresent(delivery -> delivery.whenOver(written -> end(step, request.response(), written)));
        return step;
    }

    private static void end(Step step, HttpServerResponse response, boolean written) {
        if (response.headWritten()) {
            step.tell(Fact.STATUS, response.getStatusCode());
            step.tell(Fact.BYTES, response.bytesWritten());
        }
        step.tell(Fact.OUTCOME, written ? response.getStatusCode() / 100 < 4 ? "ok" : "error" : "cancelled");
        step.end();
    }

    /** As it is declared, so that there are as many as there are methods, whatever is asked. */
    private static String route(Method resource) {
        Optional<Path> ofClass =
                Optional.ofNullable(resource.getDeclaringClass().getAnnotation(Path.class));
        Optional<Path> ofMethod = Optional.ofNullable(resource.getAnnotation(Path.class));
        String path = ofClass.map(Path::value).orElse("") + "/"
                + ofMethod.map(Path::value).orElse("");
        return ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
