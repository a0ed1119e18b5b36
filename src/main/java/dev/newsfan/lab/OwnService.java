package dev.newsfan.lab;

import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service, as an experiment asks it by HTTP: at the port that it really listens on, with a secret that nobody else has. */
@Singleton
class OwnService {

    private static final String HEADER = "Newsfan-Lab-Secret";

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

    private final HttpServer server;
    private final String host;
    private final String secret = new BigInteger(256, new SecureRandom()).toString(Character.MAX_RADIX);

    OwnService(HttpServer server, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.server = server;
        this.host = EVERY_ADDRESS.contains(host) ? "localhost" : host;
    }

    /**
     * A request to this service that counts as part of the experiment that makes it.
     *
     * @param pathAndQuery begins with a slash
     */
    RequestOptions get(String pathAndQuery) {
        return new RequestOptions()
                .setHost(host)
                .setPort(server.getPort())
                .setURI(pathAndQuery)
                .putHeader(HEADER, secret);
    }

    /** Whether an experiment makes this request. */
    boolean asks(RoutingContext request) {
        Optional<String> given = Optional.ofNullable(request.request().getHeader(HEADER));
        return given.filter(this::isSecret).isPresent();
    }

    private boolean isSecret(String given) {
        // Takes as long for a good guess as for a bad one.
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
