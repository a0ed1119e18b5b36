package dev.newsfan.http;

import dev.newsfan.fanout.Budget;
import java.time.Duration;
import java.util.Optional;

/** Notices that bytes wait to be taken and none is. For one thread. */
final class Stall {

    private final Duration limit;
    private long progress;
    private Optional<Budget> patience = Optional.empty();

    /** @param limit how long that may last, above zero */
    Stall(Duration limit) {
        this.limit = limit;
    }

    /**
     * Whether it has lasted too long.
     *
     * @param waiting whether bytes wait now
     * @param now a number that changes with each byte that is taken
     */
    boolean noticed(boolean waiting, long now) {
        if (!waiting) {
            patience = Optional.empty();
        } else if (patience.isEmpty() || progress != now) {
            patience = Optional.of(Budget.startingNow(limit));
        }
        progress = now;
        return patience.filter(left -> left.left().isZero()).isPresent();
    }
}
