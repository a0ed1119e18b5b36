package dev.newsfan.loadlab.cost.plan;

import dev.newsfan.loadlab.LoadLabException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The ratios to {@link CostLine#BARE} that the repository keeps, so that a service that has become dear is noticed.
 *
 * @param file where they are written
 * @param conditions under which they hold, as in {@link CostOptions#conditions()}
 * @param ratios of the lines that have one
 */
public record KeptRatios(Path file, Map<String, String> conditions, Map<CostLine, Double> ratios) {

    /** How far above its ratio a line may be. */
    public static final double TOLERANCE = 0.25;

    public KeptRatios {
        conditions = new TreeMap<>(conditions);
        ratios = new EnumMap<>(ratios);
    }

    /**
     * Reads them.
     *
     * @throws LoadLabException if the file can't be read, or has a line that is neither a condition nor a ratio
     */
    public static KeptRatios read(Path file) {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        } catch (IOException e) {
            throw new LoadLabException("The kept ratios can't be read (" + e + ")");
        }
        Map<String, String> conditions = new TreeMap<>();
        Map<CostLine, Double> ratios = new EnumMap<>(CostLine.class);
        for (String key : written.stringPropertyNames()) {
            String value = written.getProperty(key).strip();
            if (CostOptions.CONDITIONS.contains(key)) {
                conditions.put(key, value);
            } else {
                ratios.put(line(file, key), ratio(file, key, value));
            }
        }
        return new KeptRatios(file, conditions, ratios);
    }

    private static CostLine line(Path file, String key) {
        try {
            return CostLine.of(key);
        } catch (IllegalArgumentException e) {
            throw new LoadLabException("%s has %s; allowed: the conditions %s, and the lines %s"
                    .formatted(file, key, String.join(", ", CostOptions.CONDITIONS), CostLine.words()));
        }
    }

    private static double ratio(Path file, String key, String value) {
        try {
            double ratio = Double.parseDouble(value);
            if (ratio > 0 && Double.isFinite(ratio)) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new LoadLabException(
                "%s has \"%s\" for %s; allowed: a number above 0, such as 1.8".formatted(file, value, key));
    }

    /** What a run has found, written as the file is, but for its comments. */
    public static String text(CostOptions options, Map<CostLine, Double> ratios) {
        StringBuilder text = new StringBuilder();
        options.conditions().forEach((name, value) -> text.append("%s=%s\n".formatted(name, value)));
        text.append('\n');
        ratios.forEach((line, ratio) -> text.append(String.format(Locale.ROOT, "%s=%.2f\n", line.word(), ratio)));
        return text.toString();
    }

    /** The ratio of a line, if one is kept. */
    public OptionalDouble of(CostLine line) {
        return ratios.containsKey(line) ? OptionalDouble.of(ratios.get(line)) : OptionalDouble.empty();
    }

    /** Why nothing can be said of a run with these options: what is otherwise than it was; empty if it can. */
    public List<String> differences(CostOptions options) {
        return options.conditions().entrySet().stream()
                .filter(condition -> !condition.getValue().equals(conditions.get(condition.getKey())))
                .map(condition -> "%s is %s, and not %s"
                        .formatted(
                                condition.getKey(),
                                condition.getValue(),
                                conditions.getOrDefault(condition.getKey(), "written")))
                .toList();
    }
}
