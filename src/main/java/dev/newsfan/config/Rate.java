package dev.newsfan.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many calls in so much time.
 *
 * @param calls 1 to {@value #MOST}
 * @param period a second or more
 */
public record Rate(int calls, Duration period) {

    /** Each call is remembered for the period. */
    static final int MOST = 100_000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,5})\\s*([smhd])");
    private static final Duration LONGEST = Duration.ofDays(31);

    public Rate {
        if (calls < 1 || calls > MOST || period.toSeconds() < 1) {
            throw new IllegalArgumentException("A rate can't be " + calls + " in " + period);
        }
    }

    /** As it is written: {@code 100/1d}, {@code 30/1m}. */
    static Optional<Rate> read(String text) {
        Matcher rate = WRITTEN.matcher(text.strip());
        if (!rate.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(rate.group(2));
        Duration period =
                switch (rate.group(3)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        int calls = Integer.parseInt(rate.group(1));
        boolean allowed = calls >= 1 && calls <= MOST && amount >= 1 && period.compareTo(LONGEST) <= 0;
        return allowed ? Optional.of(new Rate(calls, period)) : Optional.empty();
    }

    /**
     * The part of one of several replicas that don't know of each other. Where there is not a call for each, the time for one is
     * longer instead.
     */
    public Rate part(int replicas) {
        return calls >= replicas
                ? new Rate(calls / replicas, period)
                : new Rate(1, period.multipliedBy(replicas).dividedBy(calls));
    }

    /** As it is written, in the largest unit that leaves a whole number. */
    @Override
    public String toString() {
        long seconds = period.toSeconds();
        return calls
                + (seconds % 86_400 == 0
                        ? "/" + seconds / 86_400 + "d"
                        : seconds % 3_600 == 0
                                ? "/" + seconds / 3_600 + "h"
                                : seconds % 60 == 0 ? "/" + seconds / 60 + "m" : "/" + seconds + "s");
    }
}
