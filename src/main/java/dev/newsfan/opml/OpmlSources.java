package dev.newsfan.opml;

import dev.newsfan.config.SourceConfig;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes a source of each feed in the file that {@value #KEY} names. Whatever else the configuration says of such a source counts
 * before what follows from the file.
 */
public final class OpmlSources implements ConfigSourceFactory {

    static final String KEY = "newsfan.opml";

    /** Less than application.properties has (250), and more than anybody's defaults. */
    private static final int ORDINAL = 200;

    /** After those that are configured one by one, unless they say otherwise. */
    private static final int FIRST = 1001;

    /** One source with the feeds, or none if there is no such file; {@link OpmlRule} tells why. */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return Optional.ofNullable(context.getValue(KEY))
                .map(ConfigValue::getValue)
                .filter(path -> !path.isBlank())
                .map(OpmlFile::read)
                .<ConfigSource>map(
                        file -> new PropertiesConfigSource(keys(file.sources()), "the file of " + KEY, ORDINAL))
                .stream()
                .toList();
    }

    private static Map<String, String> keys(Map<String, String> sources) {
        Map<String, String> keys = new LinkedHashMap<>();
        int order = FIRST;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            String prefix = SourceConfig.prefix(source.getKey());
            keys.put(prefix + ".url", source.getValue());
            keys.put(prefix + ".order", String.valueOf(order++));
        }
        return keys;
    }
}
