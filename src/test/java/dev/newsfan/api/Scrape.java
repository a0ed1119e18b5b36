package dev.newsfan.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /q/metrics} says at one moment, as Prometheus reads it. */
public record Scrape(String text, List<Series> series) {

    private static final Pattern SERIES = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern PART_OF_TIMER = Pattern.compile("(\\w+_seconds)_(bucket|count|sum|max)");

    /** One line of it. */
    public record Series(String name, Map<String, String> labels, double value) {

        /** Its name without what a timer adds. */
        String family() {
            Matcher timer = PART_OF_TIMER.matcher(name);
            return timer.matches() ? timer.group(1) : name;
        }
    }

    public static Scrape now() {
        String text = Management.get("/q/metrics");
        return new Scrape(
                text,
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Scrape::read)
                        .toList());
    }

    private static Series read(String line) {
        Matcher series = SERIES.matcher(line);
        if (!series.matches()) {
            throw new IllegalArgumentException(line);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        if (series.group(2) != null) {
            LABEL.matcher(series.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Series(series.group(1), labels, Double.parseDouble(series.group(3)));
    }

    /** The value of the one series of this name with these labels: names and values by turns. */
    public double value(String name, String... labels) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        List<Series> found = series.stream()
                .filter(one -> one.name().equals(name) && one.labels().equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " series are " + name + wanted);
        }
        return found.getFirst().value();
    }

    /** The type of each of our families, counters by the name that they have in queries. */
    SortedMap<String, String> types() {
        SortedMap<String, String> types = new TreeMap<>();
        for (MatchResult type : TYPE.matcher(text).results().toList()) {
            String name = type.group(1) + (type.group(2).equals("counter") ? "_total" : "");
            if (name.startsWith("newsfan_") && !name.endsWith("_seconds_max")) {
                types.put(name, type.group(2));
            }
        }
        return types;
    }

    /** The labels of a family, without the bound of a bucket. */
    SortedSet<String> labels(String family) {
        SortedSet<String> labels = new TreeSet<>();
        series.stream()
                .filter(one -> one.family().equals(family))
                .forEach(one -> labels.addAll(one.labels().keySet()));
        labels.remove("le");
        return labels;
    }
}
