package dev.newsfan.format;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All formats: those that are beans, and the one that finds out which of them an answer is in. Safe for all threads. */
@Singleton
public class FormatCatalog {

    private final TreeMap<String, Format> byName;

    FormatCatalog(@All List<Format> formats) {
        byName = formats.stream()
                .collect(Collectors.toMap(Format::name, Function.identity(), (a, _) -> a, TreeMap::new));
        AutoFormat auto = new AutoFormat(List.copyOf(byName.values()));
        byName.put(auto.name(), auto);
    }

    /** What the configuration calls them. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /**
     * The format of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Format named(String name) {
        Format format = byName.get(name);
        if (format == null) {
            throw new IllegalArgumentException("There is no format " + name);
        }
        return format;
    }
}
