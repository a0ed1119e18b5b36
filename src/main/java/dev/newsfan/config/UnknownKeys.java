package dev.newsfan.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds keys that look like ours and aren't: a misspelt key that is silently ignored costs somebody a night.
 *
 * <p>Of the environment only what begins like one of our keys is looked at. Others that begin with our name may be
 * somebody else's: Kubernetes sets NEWSFAN_SERVICE_HOST and its like for a service of our name.
 */
public final class UnknownKeys {

    private static final Set<String> TOP_KEYS = Set.of(
            "newsfan.budget",
            "newsfan.heartbeat",
            "newsfan.lab.enabled",
            "newsfan.lab.limit",
            "newsfan.lab.fan-out",
            "newsfan.limits.sync",
            "newsfan.limits.async",
            "newsfan.limits.virtual");
    private static final Pattern SOURCE_KEY = Pattern.compile(
            "newsfan\\.sources\\.(\"[^\"]+\"|[^.\"]+)\\." + "(" + String.join("|", SourceKeys.KEYS) + "|headers\\..+)");
    private static final String ALLOWED = "newsfan.budget, newsfan.heartbeat, newsfan.lab.{enabled,limit,fan-out}, "
            + "newsfan.limits.{sync,async,virtual} and "
            + "newsfan.sources.NAME.{" + String.join(",", SourceKeys.KEYS) + ",headers.HEADER}";
    private static final Pattern VARIABLE = Pattern.compile("NEWSFAN_(BUDGET|HEARTBEAT|LAB_|LIMITS|SOURCES).*");

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> sources;

    private UnknownKeys(Iterable<String> keys, Set<String> sources) {
        keys.forEach(this.keys::add);
        this.sources = sources;
    }

    /**
     * The problems, or an empty list.
     *
     * @param keys all keys of the configuration, also those of others
     * @param sources the names of the sources that are known
     */
    public static List<String> problems(Iterable<String> keys, Set<String> sources) {
        return new UnknownKeys(keys, sources).problems();
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            if (VARIABLE.matcher(key).matches() && !isKnownVariable(key)) {
                problems.add("The environment variable " + key + " stands for no key of the configuration"
                        + (sources.isEmpty() ? "" : " (the sources are " + String.join(", ", sources) + ")")
                        + ". A variable can create a source only if its name is one word, such as "
                        + "NEWSFAN_SOURCES_WIRE_URL; other sources and their headers need an application.properties");
            } else if (key.startsWith("newsfan.") && !isKnown(key) && !keys.contains(SourceKeys.asVariable(key))) {
                problems.add(key + " is no key of the configuration; allowed: " + ALLOWED);
            }
        }
        return problems;
    }

    private static boolean isKnown(String key) {
        return TOP_KEYS.contains(key.replaceFirst("\\[\\d+]$", ""))
                || SOURCE_KEY.matcher(key).matches();
    }

    private boolean isKnownVariable(String variable) {
        return TOP_KEYS.stream().map(SourceKeys::asVariable).anyMatch(variable::equals)
                || sources.stream().anyMatch(source -> isVariableOf(source, variable));
    }

    private static boolean isVariableOf(String source, String variable) {
        String prefix = SourceKeys.prefix(source) + ".";
        return variable.startsWith(SourceKeys.asVariable(prefix + "headers."))
                || SourceKeys.KEYS.stream().anyMatch(key -> variable.equals(SourceKeys.asVariable(prefix + key)));
    }
}
