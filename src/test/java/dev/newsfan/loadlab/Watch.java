package dev.newsfan.loadlab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Looks at all processes every quarter of a second while a step lasts. */
final class Watch {

    private static final long PERIOD_MILLIS = 250;

    /** What was seen at one time. */
    record Reading(
            long atMicros,
            ProcessFacts server,
            double upstreamCpu,
            double generatorCpu,
            double idleSeconds,
            UpstreamCounts upstream) {}

    private final List<Reading> readings = new ArrayList<>();

    /** Looks until the generator has ended, or until time is up. */
    static Watch until(Child generator, ProcessHandle server, Upstream upstream, double seconds)
            throws LabException, InterruptedException {
        Watch watch = new Watch();
        long deadline = System.nanoTime() + Math.round(seconds * 1e9);
        upstream.counts();
        while (generator.isAlive() && System.nanoTime() < deadline) {
            long micros = System.currentTimeMillis() * 1000;
            watch.readings.add(new Reading(
                    micros,
                    ProcessFacts.of(server),
                    ProcessFacts.of(upstream.handle()).cpuSeconds(),
                    ProcessFacts.of(generator.handle()).cpuSeconds(),
                    Machine.idleSeconds(),
                    upstream.counts()));
            Thread.sleep(PERIOD_MILLIS);
        }
        return watch;
    }

    Usage in(Window window, int cores) {
        List<Reading> inside = readings.stream()
                .filter(reading -> window.contains(reading.atMicros()))
                .toList();
        if (inside.size() < 2) {
            return Usage.UNKNOWN;
        }
        double seconds = (inside.getLast().atMicros() - inside.getFirst().atMicros()) / 1e6;
        return new Usage(
                perSecond(inside, reading -> reading.server().cpuSeconds(), seconds),
                perSecond(inside, Reading::upstreamCpu, seconds),
                perSecond(inside, Reading::generatorCpu, seconds),
                perSecond(inside, Reading::idleSeconds, seconds) / cores,
                most(inside.stream().mapToDouble(reading -> reading.server().residentBytes())),
                most(inside.stream().mapToDouble(reading -> reading.server().threads())),
                most(inside.stream().mapToDouble(reading -> reading.upstream().mostInFlight())),
                typical(inside.stream()
                        .mapToDouble(reading -> reading.upstream().lateness())),
                inside.stream()
                                .skip(1)
                                .mapToDouble(reading -> reading.upstream().calls())
                                .sum()
                        / seconds);
    }

    private static double perSecond(List<Reading> readings, ToDoubleFunction<Reading> number, double seconds) {
        return (number.applyAsDouble(readings.getLast()) - number.applyAsDouble(readings.getFirst())) / seconds;
    }

    private static double most(DoubleStream numbers) {
        return numbers.max().orElse(Double.NaN);
    }

    /** The median: a single hiccup of the machine is nobody's limit. */
    private static double typical(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
