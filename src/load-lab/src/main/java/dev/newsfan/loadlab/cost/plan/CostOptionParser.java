package dev.newsfan.loadlab.cost.plan;

import dev.newsfan.loadlab.LoadLabException;
import dev.newsfan.loadlab.cost.plan.CostOptions.SlowSources;
import dev.newsfan.loadlab.plan.GivenOptions;
import java.util.List;
import java.util.Map;

/** Reads the options of the cost benchmark. */
public final class CostOptionParser {

    /** What every option of the benchmark alone begins with, after the prefix of all. */
    private static final String COST = "cost";

    private static final String TIME = "a time such as 500ms, 10s or 2m, from ";

    /** The options, each with what it allows. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry(COST, "nothing, or true"),
            Map.entry("cost.measures", "some of " + CostMeasure.words() + ", with commas"),
            Map.entry("cost.lines", "some of " + CostLine.words() + ", with commas"),
            Map.entry("cost.compiler", "first or both"),
            Map.entry("cost.warm", TIME + "0s to 60m"),
            Map.entry("cost.rounds", "a number from 1 to 1000"),
            Map.entry("cost.turn", TIME + "100ms to 60m"),
            Map.entry("cost.cold", TIME + "100ms to 60m"),
            Map.entry("cost.waiting.users", "a number from 1 to 100000"),
            Map.entry("cost.waiting.delay", TIME + "1ms to 60s"),
            Map.entry("cost.waiting.seconds", TIME + "1s to 60m"),
            Map.entry("cost.single.delay", TIME + "1ms to 60s"),
            Map.entry("cost.single.seconds", TIME + "1s to 60m"),
            Map.entry("connections", "a number from 1 to 10000"),
            Map.entry("sources", "a number from 1 to 20"),
            Map.entry("delay", TIME + "0s to 60s"),
            Map.entry("java", "options for the JVM of each server, with spaces between them"));

    private static final double HOUR = 3600;
    private static final double MINUTE = 60;

    private final GivenOptions given;

    private CostOptionParser(GivenOptions given) {
        this.given = given;
    }

    /** Whether these properties ask for the benchmark and not for the load lab. */
    public static boolean isMeant(Map<String, String> properties) {
        return GivenOptions.areMeant(properties, COST);
    }

    /**
     * The options among these properties.
     *
     * @throws LoadLabException if one is unknown or wrong; the message names what is allowed
     */
    public static CostOptions parse(Map<String, String> properties) {
        return new CostOptionParser(new GivenOptions("cost benchmark", properties, ALLOWED)).parse();
    }

    private CostOptions parse() {
        given.value(COST, "", word -> word, word -> word.isEmpty() || word.equals("true"));
        List<CostMeasure> measures = given.set("cost.measures", CostMeasure.WARM.word(), CostMeasure::of);
        // The first compiler alone serves to compare work. How a server starts, and bears a load, is a matter of both.
        JvmCompiler usual = measures.equals(List.of(CostMeasure.WARM)) ? JvmCompiler.FIRST : JvmCompiler.BOTH;
        List<CostLine> lines = given.set("cost.lines", "async,async+vertx,virtual,bare", CostLine::of);
        requireNoThreadForEachWhoWaits(measures, lines);
        JvmCompiler compiler = given.value("cost.compiler", usual.word(), JvmCompiler::of, any -> true);
        return new CostOptions(
                measures,
                lines,
                given.time("cost.warm", compiler.usualWarmUp(), 0, HOUR),
                given.number("cost.rounds", "5", 1000),
                given.time("cost.turn", "2s", 0.1, HOUR),
                given.number("connections", "64", 10_000),
                given.number("sources", "3", 20),
                given.time("delay", "0ms", 0, MINUTE),
                given.time("cost.cold", "10s", 0.1, HOUR),
                new SlowSources(
                        given.number("cost.waiting.users", "4000", 100_000),
                        given.time("cost.waiting.delay", "2s", 0.001, MINUTE),
                        given.time("cost.waiting.seconds", "20s", 1, HOUR)),
                new SlowSources(
                        1,
                        given.time("cost.single.delay", "20ms", 0.001, MINUTE),
                        given.time("cost.single.seconds", "10s", 1, HOUR)),
                compiler,
                given.words("java", "-XX:+UseSerialGC -Xmx256m -XX:ActiveProcessorCount=1"));
    }

    private static void requireNoThreadForEachWhoWaits(List<CostMeasure> measures, List<CostLine> lines) {
        if (measures.contains(CostMeasure.WAITING)
                && lines.stream().anyMatch(line -> line.mode().isSequential())) {
            throw new LoadLabException("-Dload.cost.lines has sync, which needs a thread for each who waits, and"
                    + " -Dload.cost.measures has waiting; allowed: one of them");
        }
    }
}
