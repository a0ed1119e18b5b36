package dev.newsfan.loadlab.cost.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be measured. */
public enum CostMeasure {
    /** Of a server that has long been loaded, with sources that answer at once: what a request costs. */
    WARM("A warm server"),
    /** From a server's first request on, with sources that answer at once: what starting costs. */
    COLD("The first seconds after the start"),
    /** Of many users whose sources take their time: what waiting costs. */
    WAITING("Many who wait"),
    /** Of one request at a time: how much later than its slowest source it is answered. */
    SINGLE("One request at a time");

    private final String title;

    CostMeasure(String title) {
        this.title = title;
    }

    /** As it is written in options and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether the servers are warmed up before. */
    public boolean needsWarmServers() {
        return this != COLD;
    }

    static CostMeasure of(String word) {
        return Stream.of(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    static String words() {
        return Stream.of(values()).map(CostMeasure::word).collect(Collectors.joining(", "));
    }
}
