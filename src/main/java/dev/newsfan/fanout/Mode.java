package dev.newsfan.fanout;

import java.util.Locale;

/** How many are asked: the three ways of waiting. {@link Modes} has what each name stands for. */
public enum Mode {
    /** One after another, a worker thread waiting for each: {@link SyncMode}. */
    SYNC,
    /** All at once, no thread waiting: {@link AsyncMode}. */
    ASYNC,
    /** All at once, a virtual thread waiting for each: {@link VirtualMode}. */
    VIRTUAL;

    /** The mode's name in reports, metrics and URLs: {@code sync}, {@code async} or {@code virtual}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
