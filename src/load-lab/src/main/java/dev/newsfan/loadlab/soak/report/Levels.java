package dev.newsfan.loadlab.soak.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How much there is of everything at a moment. */
public record Levels(Map<Level, Double> values) {

    public Levels {
        values = Map.copyOf(new EnumMap<>(values));
    }

    public double of(Level level) {
        return values.getOrDefault(level, 0.0);
    }

    /** What of these levels isn't back at those before, in a sentence each; nothing if all is. */
    public List<String> notBackTo(Levels before) {
        return Stream.of(Level.values())
                .filter(level -> of(level) > level.most(before.of(level)))
                .map(level -> String.format(
                        Locale.ROOT,
                        "%s: %.1f after the soak, where %.1f were after the warm-up and at most %.1f may be (%s).",
                        level.words(),
                        of(level),
                        before.of(level),
                        level.most(before.of(level)),
                        level.reason()))
                .toList();
    }
}
