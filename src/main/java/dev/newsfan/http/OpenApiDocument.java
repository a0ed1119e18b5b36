package dev.newsfan.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves {@code META-INF/openapi.yaml} as it was written, where Swagger UI looks for it. Quarkus' own extension reads it at
 * every start and writes it anew, which took half of the time to the first answer.
 *
 * <p>In production it is at both ports: at that of Swagger UI, and at that of the news, since it is what callers are promised
 * and tells nothing of this service that its source doesn't.
 */
@Singleton
final class OpenApiDocument {

    private static final String FILE = "META-INF/openapi.yaml";

    private Buffer document;

    void serve(@Observes Router router) {
        router.get("/q/openapi").handler(this::send);
    }

    void serve(@Observes ManagementInterface management) {
        serve(management.router());
    }

    private void send(RoutingContext request) {
        // RFC 9512
        request.response().putHeader("Content-Type", "application/yaml").end(document());
    }

    private synchronized Buffer document() {
        if (document == null) {
            try (InputStream file =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
                document = Buffer.buffer(file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return document;
    }
}
