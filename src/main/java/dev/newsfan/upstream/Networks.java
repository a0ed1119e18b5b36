package dev.newsfan.upstream;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.SourceConfig;
import jakarta.inject.Singleton;

/** How the configuration has each source reached. */
@Singleton
public class Networks {

    private final NewsfanConfig config;
    private final TlsConfigurations tls;

    Networks(NewsfanConfig config, TlsConfigurations tls) {
        this.config = config;
        this.tls = tls;
    }

    /** The way to one, whose configuration has been checked. */
    public Route route(SourceConfig source) {
        return new Route(source.tls().map(tls::find), Proxies.of(source, config));
    }
}
