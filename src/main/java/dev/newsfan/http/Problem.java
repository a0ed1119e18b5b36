package dev.newsfan.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * An error, as RFC 9457 writes it. The type is {@code about:blank}: the status says it all (section 4.2.1).
 *
 * @param type always {@code about:blank}
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, for people
 * @param extensions what else a program may want to know of it (section 3.2), by name
 */
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** {@code application/problem+json} */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Places are left all the time; the caller may try again soon. */
    private static final int RETRY_AFTER_SECONDS = 1;

    /** The extension that names the request. */
    private static final String TRACE_ID = "trace_id";

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    /** A problem that its detail tells all about. */
    public static Problem of(int status, String detail) {
        return of(status, detail, Map.of());
    }

    /** A 400 that names the parameter. */
    public static Problem of(BadParameterException bad) {
        return of(400, bad.getMessage(), Map.of("parameter", bad.parameter()));
    }

    /** A mistake of ours, with nothing of what it is: the log has that. */
    public static Problem ours(Map<String, Object> extensions) {
        return of(500, "Something went wrong inside Newsfan; its log says what.", extensions);
    }

    /** A problem with extensions. */
    public static Problem of(int status, String detail, Map<String, Object> extensions) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Status " + status : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, extensions);
    }

    /** The same with one more extension. */
    public Problem with(String name, Object extension) {
        Map<String, Object> all = new HashMap<>(extensions);
        all.put(name, extension);
        return new Problem(type, title, status, detail, all);
    }

    /**
     * The same, with the id of the request that it answers.
     *
     * @param id that of its trace; if it is empty, nobody knows it
     */
    public Problem traced(String id) {
        return id.isEmpty() ? this : with(TRACE_ID, id);
    }

    /**
     * A 503 with {@code Retry-After} (RFC 9110, section 10.2.3).
     *
     * @param why a clause, such as "nobody is there"; what to do is added
     */
    public static Response tryAgain(String why) {
        return of(503, "%s; try again in %d s.".formatted(why, RETRY_AFTER_SECONDS))
                .response()
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** Answers a request below the resources with it. */
    public void answer(RoutingContext request) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(Json.encode(traced(RequestIds.of(request))));
    }

    /** A response with this problem, to which headers can be added. */
    public Response.ResponseBuilder response() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
    }
}
