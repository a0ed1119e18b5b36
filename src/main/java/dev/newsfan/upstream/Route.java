package dev.newsfan.upstream;

import io.quarkus.tls.TlsConfiguration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a source is reached.
 *
 * @param tls whom it trusts, and who it says that it is; empty for whom the JVM trusts, and nobody
 */
public record Route(Optional<Tls> tls, Proxies proxies) {

    /** As if the network were open. */
    public static final Route DIRECT = new Route(Optional.empty(), Proxies.UNSAID);

    /**
     * A TLS configuration.
     *
     * @param now what holds at the start
     * @param onReload is given whoever wants to be told what holds later
     */
    record Tls(TlsConfiguration now, Consumer<Consumer<TlsConfiguration>> onReload) {}
}
