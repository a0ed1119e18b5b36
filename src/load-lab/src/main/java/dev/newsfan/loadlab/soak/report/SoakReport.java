package dev.newsfan.loadlab.soak.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a soak has found.
 *
 * @param command by which it was started
 * @param machine in words
 * @param before the levels after the warm-up
 * @param after those in the end
 * @param seen what the users counted, by name
 * @param given what the sources gave, by name
 * @param wrong what must not be, the first of it
 * @param wrongs how much of that there was
 */
public record SoakReport(
        String command,
        String machine,
        Levels before,
        Levels after,
        Map<String, Long> seen,
        Map<String, Long> given,
        List<String> wrong,
        long wrongs) {

    /** What fails the run, in a sentence each; nothing if it has passed. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>(after.notBackTo(before));
        if (wrongs > 0) {
            failures.add(wrongs + " answers were wrong, among them:\n  " + String.join("\n  ", wrong));
        }
        if (seen.getOrDefault("complete", 0L) == 0) {
            failures.add("There was no complete digest, so nothing was held against anything.");
        }
        return failures;
    }

    /** For people, in Markdown. */
    public String markdown() {
        String levels = Stream.of(Level.values()).map(this::row).collect(Collectors.joining());
        return """
                `%s`, on %s

                | level | after the warm-up | after the soak | at most |
                |---|--:|--:|--:|
                %s
                | what the users saw | |
                |---|--:|
                %s| wrong | %d |

                | what the sources gave | |
                |---|--:|
                %s""".formatted(command, machine, levels, rows(seen), wrongs, rows(given));
    }

    private String row(Level level) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                level.words(),
                before.of(level),
                after.of(level),
                level.most(before.of(level)));
    }

    private static String rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "| %s | %,d |%n", count.getKey(), count.getValue()))
                .collect(Collectors.joining());
    }
}
