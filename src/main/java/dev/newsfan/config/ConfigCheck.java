package dev.newsfan.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Finds what is wrong with a configuration: values, each told with its key and what is allowed, and keys that look like ours and
 * aren't, as a misspelt key that is silently ignored costs somebody a night.
 *
 * <p>Of the environment only what begins like one of our keys is looked at. Others that begin with our name may be
 * somebody else's: Kubernetes sets NEWSFAN_SERVICE_HOST and its like for a service of our name, and
 * NEWSFAN_CACHE_PORT and its like for one that is called newsfan-cache.
 */
public final class ConfigCheck {

    private static final Logger LOG = Logger.getLogger(ConfigCheck.class);

    static final String HOW_TO_ADD_A_SOURCE = """
            No source is configured and enabled, so there is nobody to ask. Add one to application.properties \
            (or to config/application.properties in the folder that Newsfan is started from):
                newsfan.sources.world-wire.url=https://news.example/v2/top-headlines?country=us
                newsfan.sources.world-wire.headers.X-Api-Key=${NEWSAPI_KEY}
            or name a file of feeds that another reader has exported (newsfan.opml=feeds.opml).
            Environment variables alone can create a source only if its name is one word (NEWSFAN_SOURCES_WIRE_URL), \
            and can't name its headers and parameters.\
            """;

    /** What a key begins with, as a variable. A word as short as LAB begins others' words as well. */
    private static final Pattern VARIABLE = Pattern.compile(ConfigKey.ALL.stream()
            .map(key -> ConfigKey.asVariable(key.name().split("\\.")[1]))
            .map(word -> word.length() < 4 ? word + "_" : word)
            .distinct()
            .collect(joining("|", "NEWSFAN_(", ").*")));

    /** What Kubernetes tells each container of the services beside it. A port alone may also be a misspelt key of ours. */
    private static final Pattern OF_A_SERVICE = Pattern.compile(
            "NEWSFAN_.+_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern PORT_OF_A_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    private final SmallRyeConfig config;
    private final Set<String> formats;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> sources;
    private final Map<String, ConfigKey> known = new TreeMap<>();
    private final Set<String> problems = new TreeSet<>();

    private ConfigCheck(SmallRyeConfig config, Set<String> formats) {
        this.config = config;
        this.formats = new TreeSet<>(formats);
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("newsfan.") || name.startsWith("NEWSFAN_")) {
                written.add(name);
            }
        }
        this.sources = ConfigKey.ALL.stream()
                .flatMap(key -> written.stream().map(key::matcher))
                .filter(name -> name.matches() && name.groupCount() > 0)
                .map(name -> name.group(1))
                .collect(toCollection(TreeSet::new));
        // A key of a source may also be missing, or be a variable alone.
        ConfigKey.ALL.forEach(key -> Stream.concat(written.stream(), key.spellings(sources))
                .filter(name -> key.matcher(name).matches())
                .forEach(name -> known.put(name, key)));
    }

    /**
     * Ends the start if anything is wrong, and tells all of it at once. To be called before anybody uses the configuration.
     *
     * @param formats the names of the formats that there are
     * @param rules what else must hold
     */
    public static void check(Config config, Set<String> formats, List<ConfigRule> rules) {
        Set<String> problems = problems(config.unwrap(SmallRyeConfig.class), formats);
        rules.forEach(rule -> problems.addAll(rule.problems(config)));
        if (!problems.isEmpty()) {
            String wrong = "The configuration is wrong:\n- " + String.join("\n- ", problems);
            if (isLogOfPrograms(config)) {
                // Quarkus prints it as a text, which those who read a log of JSON don't see.
                LOG.error(wrong);
            }
            throw new ConfigurationException(wrong);
        }
    }

    private static boolean isLogOfPrograms(Config config) {
        return config.unwrap(SmallRyeConfig.class)
                        .getConfigMapping(NewsfanConfig.class)
                        .logFormat()
                == NewsfanConfig.LogFormat.JSON;
    }

    /** The problems in their alphabetical order, or an empty set. */
    static Set<String> problems(SmallRyeConfig config, Set<String> formats) {
        ConfigCheck check = new ConfigCheck(config, formats);
        check.known.forEach(check::value);
        check.written.forEach(check::name);
        check.lab();
        ShutdownTimeout.problem(config).ifPresent(check.problems::add);
        Map<String, SourceConfig> sources =
                config.getConfigMapping(NewsfanConfig.class).sources();
        ParameterCheck.problems(sources).forEach(check.problems::add);
        if (sources.values().stream().noneMatch(SourceConfig::enabled)) {
            check.problems.add(HOW_TO_ADD_A_SOURCE);
        }
        return check.problems;
    }

    private void name(String name) {
        if (VARIABLE.matcher(name).matches()) {
            if (!isOfAService(name)) {
                variable(name);
            }
        } else if (!name.startsWith("NEWSFAN_")
                && !known.containsKey(name)
                && !written.contains(ConfigKey.asVariable(name))) {
            problems.add(name + " is no key of the configuration; allowed: "
                    + ConfigKey.ALL.stream().map(ConfigKey::name).sorted().collect(joining(", ")));
        }
    }

    private boolean isOfAService(String name) {
        return OF_A_SERVICE.matcher(name).matches()
                || name.endsWith("_PORT")
                        && PORT_OF_A_SERVICE.matcher(config.getRawValue(name)).matches();
    }

    private void variable(String name) {
        // A variable doesn't tell which header or parameter it is meant for: that of a source may end as it likes.
        if (known.keySet().stream()
                .map(key -> ConfigKey.asVariable(key).replaceFirst("_NAME$", "_.+"))
                .noneMatch(name::matches)) {
            problems.add("The environment variable " + name + " stands for no key of the configuration"
                    + (sources.isEmpty() ? "" : " (the sources are " + String.join(", ", sources) + ")")
                    + ". A variable can create a source only if its name is one word, such as NEWSFAN_SOURCES_WIRE_URL; "
                    + "other sources, headers and parameters need an application.properties");
        }
    }

    private void value(String name, ConfigKey key) {
        Matcher parts = key.matcher(name);
        for (int part = 1; parts.matches() && part <= parts.groupCount(); part++) {
            Kind kind = key.names().get(part - 1);
            text(
                    name.substring(0, parts.end(part)) + " is",
                    kind,
                    parts.group(part).replace("\"", ""),
                    "");
        }
        Kind kind = key.allowed().value();
        String range = key.allowed().range();
        if (key.isList()) {
            List<String> texts = config.getValues(key.name(), String.class);
            Kind.NUMBER
                    .insteadOf(String.valueOf(texts.size()), range)
                    .ifPresent(_ -> problems.add(key.name() + " has " + texts.size() + " values; allowed: " + range));
            texts.forEach(text -> text(key.name() + " has", kind, text, ""));
        } else {
            String text = config.getOptionalValue(name, String.class).orElse("");
            if (!text.isEmpty() || key.allowed().required()) {
                text(name + " is", kind, text, range);
            }
        }
    }

    private void text(String what, Kind kind, String text, String range) {
        Optional<String> allowed = kind == Kind.FORMAT
                ? Optional.of(String.join(", ", formats)).filter(_ -> !formats.contains(text))
                : kind.insteadOf(text, range);
        String wrong = text.isEmpty() ? " missing" : " \"" + kind.shown(text) + '"';
        allowed.ifPresent(instead -> problems.add(what + wrong + "; allowed: " + instead));
    }

    private void lab() {
        Map.of("quarkus.http.insecure-requests", "enabled", "quarkus.http.root-path", "/")
                .forEach((key, allowed) -> {
                    String value = config.getOptionalValue(key, String.class).orElse(allowed);
                    if (config.getConfigMapping(LabConfig.class).enabled() && !value.equals(allowed)) {
                        problems.add("newsfan.lab.enabled is \"true\", but " + key + " is \"" + value
                                + "\"; allowed with the lab: " + allowed
                                + ", as its experiments ask the service itself by plain HTTP, and at /");
                    }
                });
    }
}
