package dev.newsfan.loadlab.cost.plan;

import dev.newsfan.loadlab.plan.LoadedMode;
import dev.newsfan.loadlab.plan.SourceClient;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose cost is measured: a line of the tables, and a process of its own, so that each is compiled for its own job. */
public enum CostLine {
    ASYNC(LoadedMode.ASYNC, SourceClient.REST),
    ASYNC_VERTX(LoadedMode.ASYNC, SourceClient.VERTX),
    VIRTUAL(LoadedMode.VIRTUAL, SourceClient.REST),
    VIRTUAL_VERTX(LoadedMode.VIRTUAL, SourceClient.VERTX),
    /** What all others are compared with. */
    BARE(LoadedMode.BARE, SourceClient.REST),
    PARTS(LoadedMode.PARTS, SourceClient.REST);

    private final LoadedMode mode;
    private final SourceClient client;

    CostLine(LoadedMode mode, SourceClient client) {
        this.mode = mode;
        this.client = client;
    }

    /** What it is asked for. */
    public LoadedMode mode() {
        return mode;
    }

    /** How it asks its sources; a server by hand has only the one. */
    public SourceClient client() {
        return client;
    }

    /** As it is written in options, in the file of ratios and in reports. */
    public String word() {
        return mode.word() + client.setting().map(name -> "+" + name).orElse("");
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static CostLine of(String word) {
        return Stream.of(values())
                .filter(line -> line.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** All of them, for people. */
    static String words() {
        return Stream.of(values()).map(CostLine::word).collect(Collectors.joining(", "));
    }
}
