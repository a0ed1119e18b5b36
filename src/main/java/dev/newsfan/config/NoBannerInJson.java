package dev.newsfan.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Switches Quarkus' banner off where the log is JSON, as it is text; unless the configuration says otherwise. */
public final class NoBannerInJson implements ConfigSourceFactory {

    static final String KEY = "quarkus.banner.enabled";

    private static final String FORMAT = "newsfan.log-format";

    /** One source, with what follows from the others. */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean json = Optional.ofNullable(context.getValue(FORMAT))
                .map(ConfigValue::getValue)
                .filter(format -> format.strip().equals("json"))
                .isPresent();
        return json ? List.of(new Derived("no banner in a log of JSON", KEY, "false")) : List.of();
    }
}
