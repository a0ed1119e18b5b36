package dev.newsfan.lab.callers;

import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor.Bar;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Callers who all want to wait at the same time.
 *
 * @param callers how many there are
 * @param time how long each wants to wait
 * @param workers how many worker threads there are
 */
record Load(Mode mode, int callers, Duration time, int workers) {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    /** Shorter waits than this are lost in the noise of so many connections. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    static Load of(LabRequest request, int workers) {
        Parameters given = request.fields("mode", "callers", "seconds");
        return new Load(
                Parameters.mode(given.word("mode", "sync", "async", "virtual")),
                given.number("callers", 1, MOST, USUAL),
                given.seconds("seconds", SHORTEST, Duration.ofSeconds(1)),
                workers);
    }

    /** How many can wait before the next one has to stand in line; empty if nobody ever has to. */
    Optional<Integer> lineBeginsAt() {
        return mode == Mode.SYNC ? Optional.of(workers) : Optional.empty();
    }

    Figures predicted() {
        int atOnce = lineBeginsAt().orElse(callers);
        return new Figures(time.multipliedBy(Math.ceilDiv(callers, atOnce)), Math.max(0, callers - atOnce));
    }

    /** In {@code sync} mode each waits on a worker thread, so they come back in steps as large as there are threads. */
    List<Bar> stairs() {
        int step = lineBeginsAt().orElse(callers);
        return IntStream.range(0, Math.ceilDiv(callers, step))
                .mapToObj(before ->
                        Bar.of(Math.min(step, callers - before * step), Optional.of(time.multipliedBy(before + 1))))
                .toList();
    }

    /** What came of it, given all callers, the last who came back at the end. */
    Summary summary(List<CallerResult> back) {
        List<Duration> times = back.stream()
                .filter(caller -> caller.status() == 200)
                .map(CallerResult::elapsed)
                .sorted()
                .toList();
        // Those who stand in line do so for as long as somebody else waits; to get to a thread that is free takes much
        // less.
        Duration half = time.dividedBy(2);
        long inLine = back.stream()
                .filter(caller ->
                        caller.line().filter(line -> line.compareTo(half) > 0).isPresent())
                .count();
        Duration fastest = times.isEmpty() ? Duration.ZERO : times.getFirst();
        Duration slowest = times.isEmpty() ? Duration.ZERO : times.getLast();
        Figures measured = new Figures(back.getLast().end(), (int) inLine);
        return new Summary(mode, callers, callers - times.size(), fastest, slowest, predicted(), measured);
    }

    /** What is predicted of all callers together, or measured. */
    @RegisterForReflection
    record Figures(Duration totalTime, int waitedInLine) {}

    /** Fastest and slowest are of those who got their answer, and zero if nobody did. */
    @RegisterForReflection
    record Summary(
            Mode mode,
            int callers,
            int failed,
            Duration fastest,
            Duration slowest,
            Figures predicted,
            Figures measured) {}
}
