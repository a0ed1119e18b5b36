package dev.newsfan.aggregate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What is worth a line of how one source fares, so that one that fails by the thousand is told and fills no disk. */
final class SourceState {

    /** How often a failure that goes on is told. */
    static final Duration SUMMARY = Duration.ofMinutes(1);

    /** How many lines a source that wavers gets within that time. */
    static final int MOST_LINES = 100;

    /** Times differ from call to call, though the reason is the same; a status is part of it. */
    private static final Pattern TIMES = Pattern.compile("(?<!status[ _]|\\d)\\d+(\\.\\d+)?");

    private final LongSupplier nanos;
    private volatile boolean failing;
    private String reason = "";
    private int failed;
    private int untold;
    private int lines;
    private long lastLine;
    private long lastSummary;

    /** @param nanos such as {@link System#nanoTime()} */
    SourceState(LongSupplier nanos) {
        this.nanos = nanos;
        lastSummary = nanos.getAsLong() - SUMMARY.toNanos();
    }

    /**
     * A call has failed; tells so if that is new, or was told long ago.
     *
     * @param line is asked for only if it is told
     * @param asked whether the source itself has failed; that it was left alone since then is no news
     */
    synchronized Optional<String> failed(Supplier<String> line, String why, boolean asked) {
        boolean changed = (!failing || asked) && isNew(why);
        failing = true;
        failed++;
        if (!(changed ? mayTell() : isDue())) {
            untold++;
            return Optional.empty();
        }
        String others =
                untold == 0 ? "" : " (and " + untold + (untold == 1 ? " call" : " calls") + " since it was last told)";
        untold = 0;
        lastLine = nanos.getAsLong();
        return Optional.of(line.get() + others);
    }

    /** Remembers the reason as well. */
    private boolean isNew(String why) {
        String now = TIMES.matcher(why).replaceAll("");
        boolean another = !failing || !now.equals(reason);
        reason = now;
        return another;
    }

    /** A call has been answered; tells how many failed before, if any did. */
    Optional<String> answered(String source) {
        // Nearly every call ends here, and needs no lock.
        return failing ? recovered(source) : Optional.empty();
    }

    private synchronized Optional<String> recovered(String source) {
        boolean told = failing && untold < failed;
        Optional<String> line = Optional.of(source + " answers again, after " + failed
                        + (failed == 1 ? " call that failed" : " calls that failed"))
                .filter(_ -> told);
        failing = false;
        if (told) {
            failed = 0;
            untold = 0;
        }
        return line;
    }

    private boolean mayTell() {
        long now = nanos.getAsLong();
        if (now - lastSummary >= SUMMARY.toNanos()) {
            lastSummary = now;
            lines = 0;
        }
        return ++lines <= MOST_LINES;
    }

    private boolean isDue() {
        return nanos.getAsLong() - lastLine >= SUMMARY.toNanos();
    }
}
