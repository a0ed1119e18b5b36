package dev.newsfan.lab.callers;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor.Bar;
import dev.newsfan.lab.callers.LoadGenerator.Returned;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** So many callers, who all want to wait for this time, at the same time. */
@RegisterForReflection
record Load(Mode mode, int callers, Duration seconds, int workerThreads) {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    /** Shorter waits than this are lost in the noise of so many connections. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    static Load of(LabRequest request, int workerThreads) {
        Parameters given = request.fields("mode", "callers", "seconds");
        return new Load(
                Parameters.mode(given.word("mode", "sync", "async", "virtual")),
                given.number("callers", 1, MOST, USUAL),
                given.seconds("seconds", SHORTEST, Duration.ofSeconds(1)),
                workerThreads);
    }

    /** How many can wait before the next one has to stand in line; empty if nobody ever has to. */
    @JsonProperty
    Optional<Integer> lineBeginsAt() {
        return mode == Mode.SYNC ? Optional.of(workerThreads) : Optional.empty();
    }

    @JsonProperty
    Total predicted() {
        int atOnce = lineBeginsAt().orElse(callers);
        return new Total(seconds.multipliedBy(Math.ceilDiv(callers, atOnce)), Math.max(0, callers - atOnce));
    }

    /** In {@code sync} mode each waits on a worker thread, so they come back in steps as large as there are threads. */
    List<Bar> stairs() {
        int size = lineBeginsAt().orElse(callers);
        return IntStream.range(0, Math.ceilDiv(callers, size))
                .mapToObj(step ->
                        Bar.of(Math.min(size, callers - step * size), Optional.of(seconds.multipliedBy(step + 1))))
                .toList();
    }

    /** What came of it, given all callers, the last who came back at the end. */
    Summary summary(List<Returned> all) {
        var answered = all.stream().filter(caller -> caller.status() == 200);
        List<Duration> times = answered.map(Returned::elapsed).sorted().toList();
        Duration fastest = times.isEmpty() ? Duration.ZERO : times.getFirst();
        Duration slowest = times.isEmpty() ? Duration.ZERO : times.getLast();
        // Those who stand in line do so for as long as another waits; to get to a free thread takes much less.
        Duration half = seconds.dividedBy(2);
        var lines = all.stream().flatMap(caller -> caller.line().stream());
        long inLine = lines.filter(line -> line.compareTo(half) > 0).count();
        Duration last = all.getLast().started().plus(all.getLast().elapsed());
        Total measured = new Total(last, (int) inLine);
        return new Summary(mode, callers, callers - times.size(), fastest, slowest, predicted(), measured);
    }

    /** What is predicted of all callers together, or measured. */
    @RegisterForReflection
    record Total(Duration totalTime, int waitedInLine) {}

    /** Fastest and slowest are of those who got their answer, and zero if nobody did. */
    @RegisterForReflection
    record Summary(
            Mode mode, int callers, int failed, Duration fastest, Duration slowest, Total predicted, Total measured) {}
}
