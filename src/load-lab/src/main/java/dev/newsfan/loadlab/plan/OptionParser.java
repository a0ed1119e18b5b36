package dev.newsfan.loadlab.plan;

import dev.newsfan.loadlab.LoadLabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the options of the load lab. */
public final class OptionParser {

    /** The options, each with what it allows. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("target", "news or wait"),
            Map.entry(
                    "modes",
                    "some of sync, async, virtual, bare and parts, with commas (bare and parts know the news only)"),
            Map.entry("model", "closed or open"),
            Map.entry("users", "numbers from 1 to 100000 with commas; in the open model, arrivals per second"),
            Map.entry("think", "a shortest and a longest time such as 100ms-200ms, up to 60s"),
            Map.entry("delay", "a time such as 0ms, 50ms or 2s, up to 60s"),
            Map.entry("sources", "a number from 1 to 20"),
            Map.entry("seconds", "a number from 1 to 3600"),
            Map.entry("workers", "a number from 1 to 10000"),
            Map.entry("limit", "a number from 1 to 1000000"),
            Map.entry("java", "options for the JVM of the service and of bare, with spaces between them"),
            Map.entry("client", "rest or vertx"),
            Map.entry("strict", "true or false"),
            Map.entry("compare", "a results.json of an earlier run"));

    private final GivenOptions given;

    private OptionParser(GivenOptions given) {
        this.given = given;
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static LoadOptions parse(Map<String, String> properties) {
        return new OptionParser(new GivenOptions("load lab", properties, ALLOWED)).parse();
    }

    private LoadOptions parse() {
        boolean news = isFirst("target", "news", "wait");
        List<Double> think = given.value(
                "think", "100ms-200ms", text -> GivenOptions.each(text, "-", Durations::parse), OptionParser::isRange);
        return new LoadOptions(
                news,
                modes(news),
                !isFirst("model", "closed", "open"),
                given.value(
                        "users",
                        "1,10,100,1000",
                        OptionParser::users,
                        users -> users.getFirst() >= 1 && users.getLast() <= 100_000),
                think.getFirst(),
                think.getLast(),
                given.time("delay", news ? "2s" : "1s", 0, 60),
                given.number("sources", "3", 20),
                given.number("seconds", "30", 3600),
                given.optional("workers", 10_000),
                given.optional("limit", 1_000_000),
                given.words("java", ""),
                given.value("client", "rest", SourceClient::of, client -> true),
                !isFirst("strict", "false", "true"),
                given.has("compare")
                        ? Optional.of(given.value("compare", "", Path::of, Files::isRegularFile))
                        : Optional.empty());
    }

    private List<LoadedMode> modes(boolean news) {
        String usual = news ? "sync,async,virtual,bare" : "sync,async,virtual";
        return given.set("modes", usual, word -> {
            LoadedMode mode = LoadedMode.of(word);
            if (mode.isByHand() && !news) {
                throw new IllegalArgumentException(word);
            }
            return mode;
        });
    }

    /** Of two words, the first is the usual one. */
    private boolean isFirst(String name, String first, String second) {
        return given.value(name, first, word -> word, List.of(first, second)::contains)
                .equals(first);
    }

    private static List<Integer> users(String text) {
        return GivenOptions.each(text, ",", Integer::valueOf).stream()
                .sorted()
                .distinct()
                .toList();
    }

    private static boolean isRange(List<Double> seconds) {
        return seconds.size() <= 2 && seconds.getFirst() <= seconds.getLast() && seconds.getLast() <= 60;
    }
}
