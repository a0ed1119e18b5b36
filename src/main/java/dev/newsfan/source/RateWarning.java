package dev.newsfan.source;

import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Finds where a source that is in demand would use up its rate before its time is over, and shows the arithmetic. */
final class RateWarning {

    /** What is in demand is asked for again when this much of its freshness is over. */
    private static final double ASKED_AFTER = 0.9;

    private RateWarning() {}

    /**
     * What someone should change; nothing if all is well.
     *
     * @param rate of this replica, or of all if they ask once
     */
    static Optional<String> of(String source, PolicySettings settings, Rate rate) {
        Duration each = rate.period().dividedBy(rate.calls());
        double asked = ASKED_AFTER * settings.freshFor().toMillis();
        if (asked >= each.toMillis()) {
            return Optional.empty();
        }
        long enough = (long) Math.ceil(each.toMillis() / ASKED_AFTER / 1000);
        String usedUp = settings.freshFor().isZero()
                ? "after " + rate.calls() + " requests"
                : "after " + words(Duration.ofMillis((long) (asked * rate.calls())));
        return Optional.of(
                ("The rate of %s may be used up %s of each %s: it allows a call each %s, but an answer is fresh for %s, if the "
                                + "source itself doesn't say longer. After that an older answer serves, or none. "
                                + "fresh-for=%ds makes it last.")
                        .formatted(
                                source, usedUp, words(rate.period()), words(each), words(settings.freshFor()), enough));
    }

    /** Such as 14m24s. */
    private static String words(Duration time) {
        return time.toMillis() % 1000 != 0 && time.toSeconds() < 60
                ? time.toMillis() / 1000.0 + "s"
                : Duration.ofSeconds(time.toSeconds())
                        .toString()
                        .replaceFirst("PT", "")
                        .toLowerCase(Locale.ROOT);
    }
}
