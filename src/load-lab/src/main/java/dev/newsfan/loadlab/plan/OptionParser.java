package dev.newsfan.loadlab.plan;

import dev.newsfan.loadlab.LoadLabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the options from properties that begin with {@code load.}. */
public final class OptionParser {

    private static final String PREFIX = "load.";

    /** The options, each with what it allows. */
    private static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("target", "news or wait"),
            Map.entry("modes", "some of sync, async, virtual and bare, with commas (bare knows the news only)"),
            Map.entry("model", "closed or open"),
            Map.entry("users", "numbers from 1 to 100000 with commas; in the open model, arrivals per second"),
            Map.entry("think", "a shortest and a longest time such as 100ms-200ms, up to 60s"),
            Map.entry("delay", "a time such as 0ms, 50ms or 2s, up to 60s"),
            Map.entry("sources", "a number from 1 to 20"),
            Map.entry("seconds", "a number from 1 to 3600"),
            Map.entry("workers", "a number from 1 to 10000"),
            Map.entry("limit", "a number from 1 to 1000000"),
            Map.entry("java", "options for the JVM of the service and of bare, with spaces between them"),
            Map.entry("compare", "a results.json of an earlier run")));

    private final Map<String, String> given = new TreeMap<>();

    private OptionParser(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                given.put(key.substring(PREFIX.length()), value.strip());
            }
        });
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static LoadOptions parse(Map<String, String> properties) {
        return new OptionParser(properties).parse();
    }

    private LoadOptions parse() {
        for (String name : given.keySet()) {
            if (!ALLOWED.containsKey(name)) {
                throw new LoadLabException("-D%s%s is no option of the load lab; allowed: -D%s%s"
                        .formatted(PREFIX, name, PREFIX, String.join(", -D" + PREFIX, ALLOWED.keySet())));
            }
        }
        boolean news = isFirst("target", "news", "wait");
        List<Double> think =
                value("think", "100ms-200ms", text -> each(text, "-", Durations::parse), OptionParser::isRange);
        return new LoadOptions(
                news,
                value(
                        "modes",
                        news ? "sync,async,virtual,bare" : "sync,async,virtual",
                        text -> each(text, ",", LoadedMode::of),
                        modes -> isSet(modes) && (news || !modes.contains(LoadedMode.BARE))),
                !isFirst("model", "closed", "open"),
                value(
                        "users",
                        "1,10,100,1000",
                        OptionParser::users,
                        users -> users.getFirst() >= 1 && users.getLast() <= 100_000),
                think.getFirst(),
                think.getLast(),
                value("delay", news ? "2s" : "1s", Durations::parse, seconds -> seconds <= 60),
                number("sources", "3", 20),
                number("seconds", "30", 3600),
                optional("workers", 10_000),
                optional("limit", 1_000_000),
                Stream.of(given.getOrDefault("java", "").split("\\s+"))
                        .filter(option -> !option.isEmpty())
                        .toList(),
                given.containsKey("compare")
                        ? Optional.of(value("compare", "", Path::of, Files::isRegularFile))
                        : Optional.empty());
    }

    /** @param reader throws an IllegalArgumentException for what it can't read */
    private <T> T value(String name, String usual, Function<String, T> reader, Predicate<T> isAllowed) {
        String text = given.getOrDefault(name, usual);
        try {
            T value = reader.apply(text);
            if (isAllowed.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new LoadLabException("-D%s%s is \"%s\"; allowed: %s".formatted(PREFIX, name, text, ALLOWED.get(name)));
    }

    private int number(String name, String usual, int most) {
        return value(name, usual, Integer::valueOf, number -> number >= 1 && number <= most);
    }

    private OptionalInt optional(String name, int most) {
        return given.containsKey(name) ? OptionalInt.of(number(name, "", most)) : OptionalInt.empty();
    }

    /** Of two words, the first is the usual one. */
    private boolean isFirst(String name, String first, String second) {
        return value(name, first, word -> word, List.of(first, second)::contains)
                .equals(first);
    }

    private static List<Integer> users(String text) {
        return each(text, ",", Integer::valueOf).stream().sorted().distinct().toList();
    }

    private static boolean isRange(List<Double> seconds) {
        return seconds.size() <= 2 && seconds.getFirst() <= seconds.getLast() && seconds.getLast() <= 60;
    }

    private static boolean isSet(List<LoadedMode> modes) {
        return modes.stream().distinct().count() == modes.size();
    }

    private static <T> List<T> each(String text, String separator, Function<String, T> reader) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .map(reader)
                .toList();
    }
}
