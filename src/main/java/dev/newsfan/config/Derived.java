package dev.newsfan.config;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A key that follows from others, unless the configuration says otherwise. It has no names of keys to tell, so that a build leaves
 * nothing of it in the package.
 *
 * @param getName what it is, in words
 */
record Derived(String getName, String key, String value) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String asked) {
        return asked.equals(key) ? value : null;
    }

    @Override
    public int getOrdinal() {
        return EventLoopCount.LESS_THAN_ANY_OTHER;
    }
}
