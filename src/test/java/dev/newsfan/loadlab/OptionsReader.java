package dev.newsfan.loadlab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the options from properties that begin with {@code load.}. */
final class OptionsReader {

    static final String PREFIX = "load.";

    /** The options, each with what it allows. */
    static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
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

    private final Map<String, String> given;

    private OptionsReader(Map<String, String> given) {
        this.given = given;
    }

    /** @throws BadOption if one is unknown or wrong; the message names what is allowed */
    static Options read(Map<String, String> properties) throws BadOption {
        Map<String, String> given = new TreeMap<>();
        for (String key : new TreeSet<>(properties.keySet())) {
            if (key.startsWith(PREFIX)) {
                String name = key.substring(PREFIX.length());
                if (!ALLOWED.containsKey(name)) {
                    throw new BadOption("-D" + key + " is no option of the load lab; allowed: -D" + PREFIX
                            + String.join(", -D" + PREFIX, ALLOWED.keySet()));
                }
                given.put(name, properties.get(key).strip());
            }
        }
        return new OptionsReader(given).read();
    }

    private Options read() throws BadOption {
        Target target = word("target", Target.values(), Target.NEWS);
        double[] think = think();
        return new Options(
                target,
                lines(target),
                word("model", Model.values(), Model.CLOSED),
                users(),
                think[0],
                think[1],
                value(
                        "delay",
                        target == Target.NEWS ? "2s" : "1s",
                        text -> Times.seconds(text).filter(seconds -> seconds <= 60)),
                value("sources", "3", text -> whole(text, 1, 20)),
                value("seconds", "30", text -> whole(text, 1, 3600)),
                number("workers", 10_000),
                number("limit", 1_000_000),
                Arrays.stream(given.getOrDefault("java", "").split("\\s+"))
                        .filter(option -> !option.isEmpty())
                        .toList(),
                compare());
    }

    private List<Line> lines(Target target) throws BadOption {
        String usual = target == Target.NEWS ? "sync,async,virtual,bare" : "sync,async,virtual";
        List<Line> lines = new ArrayList<>();
        for (String word : given.getOrDefault("modes", usual).split(",", -1)) {
            lines.add(Line.of(word.strip())
                    .filter(line -> target == Target.NEWS || line != Line.BARE)
                    .filter(line -> !lines.contains(line))
                    .orElseThrow(() -> bad("modes")));
        }
        return lines;
    }

    private List<Integer> users() throws BadOption {
        TreeSet<Integer> users = new TreeSet<>();
        for (String text : given.getOrDefault("users", "1,10,100,1000").split(",", -1)) {
            users.add(whole(text, 1, 100_000).orElseThrow(() -> bad("users")));
        }
        return List.copyOf(users);
    }

    private double[] think() throws BadOption {
        String[] parts = given.getOrDefault("think", "100ms-200ms").split("-", -1);
        double from = Times.seconds(parts[0]).orElseThrow(() -> bad("think"));
        double to = Times.seconds(parts[parts.length - 1]).orElseThrow(() -> bad("think"));
        if (parts.length > 2 || from > to || to > 60) {
            throw bad("think");
        }
        return new double[] {from, to};
    }

    private Optional<Path> compare() throws BadOption {
        Optional<Path> file = Optional.ofNullable(given.get("compare")).map(Path::of);
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            throw bad("compare");
        }
        return file;
    }

    private <E extends Enum<E>> E word(String name, E[] allowed, E usual) throws BadOption {
        return value(
                name,
                usual.name().toLowerCase(Locale.ROOT),
                text -> Arrays.stream(allowed)
                        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst());
    }

    private OptionalInt number(String name, int most) throws BadOption {
        if (!given.containsKey(name)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(value(name, "", text -> whole(text, 1, most)));
    }

    private <T> T value(String name, String usual, Function<String, Optional<T>> reader) throws BadOption {
        return reader.apply(given.getOrDefault(name, usual)).orElseThrow(() -> bad(name));
    }

    private static Optional<Integer> whole(String text, int least, int most) {
        try {
            return Optional.of(Integer.parseInt(text.strip())).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private BadOption bad(String name) {
        return new BadOption(
                "-D%s%s is \"%s\"; allowed: %s".formatted(PREFIX, name, given.get(name), ALLOWED.get(name)));
    }
}
