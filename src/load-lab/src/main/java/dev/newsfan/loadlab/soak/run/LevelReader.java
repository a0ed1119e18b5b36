package dev.newsfan.loadlab.soak.run;

import dev.newsfan.loadlab.soak.report.Level;
import dev.newsfan.loadlab.soak.report.Levels;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Looks how much of everything the service has, from outside. */
final class LevelReader {

    /** Until the last deadline is over, idle threads have ended and kept connections are noticed to be closed. */
    private static final long PATIENCE_SECONDS = 60;

    private static final long PERIOD_MILLIS = 500;

    private static final Map<Level, Pattern> METRICS = new EnumMap<>(Map.of(
            Level.HEAP, metric("jvm_memory_used_bytes\\{area=\"heap\".*"),
            Level.THREADS, metric("jvm_threads_live_threads"),
            Level.FILES, metric("process_files_open_files"),
            Level.REQUESTS, metric("newsfan_requests_at_work\\{.*"),
            Level.CALLS, metric("newsfan_source_calls_active\\{.*"),
            Level.WAITING, metric("newsfan_source_calls_waiting\\{.*"),
            Level.ABANDONED, metric("newsfan_calls_abandoned")));

    private LevelReader() {}

    /** The levels once they don't fall any more: two looks in a row that are alike. */
    static Levels settled(SoakService service) throws IOException, InterruptedException {
        Levels last = read(service);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean falling = true;
        while (falling && System.nanoTime() < end) {
            Thread.sleep(PERIOD_MILLIS);
            Levels now = read(service);
            falling = busy(now) || fallen(last, now, Level.THREADS) || fallen(last, now, Level.FILES);
            last = now;
        }
        return last;
    }

    /** The levels once they are back, or as they are when that takes too long. */
    static Levels backTo(Levels before, SoakService service) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Levels now = settled(service);
        while (!now.notBackTo(before).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(PERIOD_MILLIS);
            now = read(service);
        }
        return now;
    }

    private static boolean busy(Levels levels) {
        return levels.of(Level.REQUESTS) + levels.of(Level.CALLS) + levels.of(Level.WAITING) > 0;
    }

    private static boolean fallen(Levels last, Levels now, Level level) {
        return now.of(level) < last.of(level);
    }

    private static Levels read(SoakService service) throws IOException, InterruptedException {
        service.collectGarbage();
        return of(service.metrics());
    }

    /** What metrics in Prometheus' format say; those that aren't there are taken for 0. */
    static Levels of(String metrics) {
        Map<Level, Double> values = new EnumMap<>(Level.class);
        METRICS.forEach((level, metric) -> values.put(level, sum(metrics, metric) / (level == Level.HEAP ? 1e6 : 1)));
        return new Levels(values);
    }

    private static double sum(String metrics, Pattern metric) {
        return metric.matcher(metrics)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static Pattern metric(String name) {
        return Pattern.compile("(?m)^" + name + " ([0-9.E+-]+)$");
    }
}
