package dev.newsfan.loadlab.plan;

import dev.newsfan.loadlab.LoadLabException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The properties that begin with {@code load.}, read one by one; whatever is wrong is told with what is allowed. */
public final class GivenOptions {

    /** What they begin with. */
    public static final String PREFIX = "load.";

    private final Map<String, String> allowed;
    private final Map<String, String> given = new TreeMap<>();

    /**
     * Those among these properties.
     *
     * @param reader who reads them, for people
     * @param allowed each option without its prefix, with what it allows
     * @throws LoadLabException if one is given that isn't among them
     */
    public GivenOptions(String reader, Map<String, String> properties, Map<String, String> allowed) {
        this.allowed = new TreeMap<>(allowed);
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                given.put(key.substring(PREFIX.length()), value.strip());
            }
        });
        for (String name : given.keySet()) {
            if (!allowed.containsKey(name)) {
                throw new LoadLabException("-D%s%s is no option of the %s; allowed: -D%s%s"
                        .formatted(PREFIX, name, reader, PREFIX, String.join(", -D" + PREFIX, this.allowed.keySet())));
            }
        }
    }

    /** Whether any of these properties is this option, or one that begins with its name and a dot. */
    public static boolean areMeant(Map<String, String> properties, String option) {
        String first = PREFIX + option;
        return properties.keySet().stream().anyMatch(key -> key.equals(first) || key.startsWith(first + "."));
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    /**
     * The value of an option.
     *
     * @param usual if it isn't given
     * @param reader throws an IllegalArgumentException for what it can't read
     * @throws LoadLabException if it can't be read, or isn't allowed
     */
    public <T> T value(String name, String usual, Function<String, T> reader, Predicate<T> isAllowed) {
        String text = given.getOrDefault(name, usual);
        try {
            T value = reader.apply(text);
            if (isAllowed.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new LoadLabException("-D%s%s is \"%s\"; allowed: %s".formatted(PREFIX, name, text, allowed.get(name)));
    }

    /** A whole number from 1. */
    public int number(String name, String usual, int most) {
        return value(name, usual, Integer::valueOf, number -> number >= 1 && number <= most);
    }

    /** A whole number from 1, if it is given. */
    public OptionalInt optional(String name, int most) {
        return has(name) ? OptionalInt.of(number(name, "", most)) : OptionalInt.empty();
    }

    /**
     * A time in seconds.
     *
     * @param least that is allowed, in seconds
     * @param most likewise
     */
    public double time(String name, String usual, double least, double most) {
        return value(name, usual, Durations::parse, seconds -> seconds >= least && seconds <= most);
    }

    /** Some of these with commas, none of them twice. */
    public <T> List<T> set(String name, String usual, Function<String, T> reader) {
        return value(name, usual, text -> each(text, ",", reader), GivenOptions::isSet);
    }

    /** Texts with spaces between them. */
    public List<String> words(String name, String usual) {
        return Stream.of(given.getOrDefault(name, usual).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static <T> List<T> each(String text, String separator, Function<String, T> reader) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .map(reader)
                .toList();
    }

    private static boolean isSet(List<?> values) {
        return values.stream().distinct().count() == values.size();
    }
}
