package dev.newsfan.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches Quarkus' banner off where the log is JSON, as it is text; unless the configuration says otherwise. Like {@link
 * EventLoopCount} it has no names of keys to tell.
 */
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
        return json ? List.of(new Off()) : List.of();
    }

    private record Off() implements ConfigSource {

        @Override
        public String getName() {
            return "no banner in a log of JSON";
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String key) {
            return key.equals(KEY) ? "false" : null;
        }

        @Override
        public int getOrdinal() {
            return EventLoopCount.LESS_THAN_ANY_OTHER;
        }
    }
}
