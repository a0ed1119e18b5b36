package dev.newsfan.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/**
 * Writes JSON, and feeds, in one piece, so that no thread waits for a caller to take it. Quarkus' own writer fills a buffer, and beyond
 * it has a worker thread wait for as long as the caller likes.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE, "application/feed+json", "application/atom+xml"})
class JsonBodyWriter extends ServerMessageBodyWriter.AllWriteableMessageBodyWriter {

    private final ObjectMapper mapper;

    JsonBodyWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void writeTo(
            Object body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(bytes(body));
    }

    /**
     * By Vert.x' own response: a write of Quarkus' that fails as its HTTP/2 stream is reset has nobody who hears of it, and
     * takes the connection with it.
     */
    @Override
    public void writeResponse(Object body, Type genericType, ServerRequestContext context) throws IOException {
        var request = (VertxResteasyReactiveRequestContext) context.serverResponse();
        request.vertxServerResponse().end(Buffer.buffer(bytes(named(body, request.getContext()))));
    }

    /** Here pass all problems that a resource, a filter or a mapper of exceptions makes. */
    private static Object named(Object body, RoutingContext request) {
        return body instanceof Problem problem ? problem.traced(RequestIds.of(request)) : body;
    }

    /**
     * A text or bytes are JSON already, as they are with Quarkus' own writer. So is what comes in what it was written into, whatever it
     * is: for an array alone Quarkus would prefer a writer of its own.
     */
    private byte[] bytes(Object body) throws IOException {
        return switch (body) {
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case byte[] json -> json;
            case ByteArrayOutputStream written -> written.toByteArray();
            default -> mapper.writeValueAsBytes(body);
        };
    }
}
