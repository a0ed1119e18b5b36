package dev.newsfan.loadlab.cost.plan;

import dev.newsfan.loadlab.plan.Durations;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the benchmark is to do: the {@code -Dload.cost.*} options and those that it has in common with the load lab. Times in
 * seconds.
 *
 * @param measures what is measured, in this order
 * @param lines of whom, in this order
 * @param warm how much of a processor each server has had before anything is measured, but for {@link CostMeasure#COLD}: on a
 *     busy machine a time by the clock would leave it colder than on a free one
 * @param rounds how many turns each server has in {@link CostMeasure#WARM}
 * @param turn how long each of them lasts, and each turn of the warm-up as well
 * @param connections how many requests are under way at a time, each on a connection of its own
 * @param sources how many a request asks
 * @param delay how long a source takes in {@link CostMeasure#WARM} and {@link CostMeasure#COLD}
 * @param cold how long {@link CostMeasure#COLD} lasts
 * @param waiting that of {@link CostMeasure#WAITING}
 * @param single that of {@link CostMeasure#SINGLE}; its only user is one connection
 * @param compiler what compiles the servers
 * @param java what the JVM of each server is told beside that
 */
public record CostOptions(
        List<CostMeasure> measures,
        List<CostLine> lines,
        double warm,
        int rounds,
        double turn,
        int connections,
        int sources,
        double delay,
        double cold,
        SlowSources waiting,
        SlowSources single,
        JvmCompiler compiler,
        List<String> java) {

    /** The names of what the ratios of warm servers depend on. Rounds make them only more certain. */
    public static final Set<String> CONDITIONS = Collections.unmodifiableSet(
            new TreeSet<>(List.of("warm", "turn", "connections", "sources", "delay", "compiler", "java")));

    public CostOptions {
        measures = List.copyOf(measures);
        lines = List.copyOf(lines);
        java = List.copyOf(java);
    }

    /**
     * A load on sources that take their time.
     *
     * @param users who ask again as soon as they have an answer
     * @param delay how long a source takes
     * @param seconds how long it is measured
     */
    public record SlowSources(int users, double delay, double seconds) {

        /** The users come evenly over a response time, so that they don't march in step, and then wait for their first answer. */
        public double settle() {
            return 2 * delay;
        }
    }

    public boolean has(CostMeasure measure) {
        return measures.contains(measure);
    }

    /** Whether any measure is of servers that have been warmed up. */
    public boolean needsWarmServers() {
        return measures.stream().anyMatch(CostMeasure::needsWarmServers);
    }

    /** All that the JVM of each server is told. */
    public List<String> javaOptions() {
        return Stream.concat(java.stream(), compiler.java().stream()).toList();
    }

    /** How long all servers together are loaded, if they have a processor to themselves. */
    public double secondsOfLoad() {
        double each = needsWarmServers() ? warm : 0;
        for (CostMeasure measure : measures) {
            each += switch (measure) {
                case WARM -> rounds * turn;
                case COLD -> cold;
                case WAITING -> waiting.settle() + waiting.seconds();
                case SINGLE -> single.settle() + single.seconds();
            };
        }
        return lines.size() * each;
    }

    /** The most requests that are in a server at a time. */
    public int mostRequests() {
        return has(CostMeasure.WAITING) ? Math.max(connections, waiting.users()) : connections;
    }

    /** The longest that a source takes. */
    public double longestDelay() {
        double waits = has(CostMeasure.WAITING) ? waiting.delay() : 0;
        double alone = has(CostMeasure.SINGLE) ? single.delay() : 0;
        return Math.max(delay, Math.max(waits, alone));
    }

    /** The value of each of the {@link #CONDITIONS}, as it is written in options. */
    public Map<String, String> conditions() {
        return new TreeMap<>(Map.of(
                "warm",
                seconds(warm),
                "turn",
                seconds(turn),
                "connections",
                "" + connections,
                "sources",
                "" + sources,
                "delay",
                Math.round(delay * 1000) + "ms",
                "compiler",
                compiler.word(),
                "java",
                String.join(" ", java)));
    }

    private static String seconds(double time) {
        return Durations.shortest(time) + "s";
    }
}
