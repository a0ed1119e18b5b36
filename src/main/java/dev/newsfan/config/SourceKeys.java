package dev.newsfan.config;

import java.util.List;
import java.util.Locale;

/** How the keys of a source are written. */
public final class SourceKeys {

    /** What a source can have set, but for its headers. */
    static final List<String> KEYS =
            List.of("url", "format", "timeout", "order", "enabled", "http2", "connections", "max-size");

    private SourceKeys() {}

    /** What all keys of a source begin with, without the last dot. A name with a dot needs quotes. */
    public static String prefix(String name) {
        return "newsfan.sources." + (name.contains(".") ? '"' + name + '"' : name);
    }

    /** The environment variable that stands for a key (MicroProfile Config, "Environment Variables Mapping Rules"). */
    static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
