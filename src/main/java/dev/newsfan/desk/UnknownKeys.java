package dev.newsfan.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds keys that look like ours and aren't: a misspelt key that is silently ignored costs somebody a night.
 *
 * <p>An environment variable is looked at only where it would configure a source. Others that begin like ours may be
 * somebody else's: Kubernetes sets NEWSFAN_SERVICE_HOST and its like for a service of our name.
 */
final class UnknownKeys {

    private static final Set<String> TOP_KEYS =
            Set.of("newsfan.budget", "newsfan.limits.sync", "newsfan.limits.async", "newsfan.limits.virtual");
    private static final Pattern SOURCE_KEY = Pattern.compile("newsfan\\.sources\\.(\"[^\"]+\"|[^.\"]+)\\."
            + "(url|format|timeout|order|enabled|http2|connections|max-size|headers\\..+)");
    private static final String ALLOWED = "newsfan.budget, newsfan.limits.{sync,async,virtual} and "
            + "newsfan.sources.NAME.{url,format,timeout,order,enabled,headers.HEADER,http2,connections,max-size}";
    private static final String ENVIRONMENT_PREFIX = "NEWSFAN_SOURCES_";

    private UnknownKeys() {}

    /**
     * The problems, or an empty list.
     *
     * @param keys all keys of the configuration, also those of others
     * @param sources the names of the sources that are known
     */
    static List<String> problems(Iterable<String> keys, Set<String> sources) {
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith("newsfan.")
                    && !TOP_KEYS.contains(key)
                    && !SOURCE_KEY.matcher(key).matches()) {
                problems.add(key + " is no key of the configuration; allowed: " + ALLOWED);
            }
            if (key.startsWith(ENVIRONMENT_PREFIX) && !belongsToSource(key, sources)) {
                problems.add("The environment variable " + key + " belongs to no configured source (there is "
                        + (sources.isEmpty() ? "none" : String.join(", ", sources))
                        + "). A variable can override a key of a source, but not create one: name the source's url and "
                        + "format in application.properties or config/application.properties first");
            }
        }
        return problems.stream().sorted().toList();
    }

    private static boolean belongsToSource(String variable, Set<String> sources) {
        Stream<String> prefixes = sources.stream().map(name -> ENVIRONMENT_PREFIX + asVariable(name) + "_");
        return prefixes.anyMatch(variable::startsWith);
    }

    /** MicroProfile Config, "Environment Variables Mapping Rules". */
    private static String asVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
