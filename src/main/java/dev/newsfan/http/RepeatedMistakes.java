package dev.newsfan.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.LogRecord;

/**
 * Which of the mistakes that a caller may cause as often as he likes are told: of each kind, by what failed and where, one a minute.
 * Safe for all threads.
 */
final class RepeatedMistakes {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    /** There are few; of others beyond that nothing is told until these are a minute old. */
    private static final int MOST_KINDS = 100;

    private final Map<String, Long> lastTold = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos such as {@link System#nanoTime()} */
    RepeatedMistakes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a line is to be written; one without an exception is. */
    boolean isWorthALine(LogRecord line) {
        Throwable mistake = line.getThrown();
        if (mistake == null) {
            return true;
        }
        StackTraceElement[] stack = mistake.getStackTrace();
        String kind = line.getLoggerName() + " " + mistake.getClass().getName() + " "
                + (stack.length == 0 ? "" : stack[0].toString());
        long now = nanos.getAsLong();
        if (lastTold.size() >= MOST_KINDS) {
            lastTold.values().removeIf(told -> now - told >= PAUSE);
        }
        Long told = lastTold.get(kind);
        // Who comes at the same time finds that another has been quicker.
        return told == null
                ? lastTold.size() < MOST_KINDS && lastTold.putIfAbsent(kind, now) == null
                : now - told >= PAUSE && lastTold.replace(kind, told, now);
    }
}
