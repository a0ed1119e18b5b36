package dev.newsfan.fanout;

import java.time.Duration;

/**
 * Something that happened within a fan-out, told while it runs, on the thread where it happens.
 *
 * @param <T> what is answered
 */
public sealed interface Progress<T> {

    /**
     * A call is about to be made. Skipped calls don't start.
     *
     * @param name the call's name
     * @param at when, counted from the request's arrival
     * @param thread where it was started
     */
    record Started<T>(String name, Duration at, String thread) implements Progress<T> {}

    /**
     * A call has ended in one of the four outcomes. It comes once for each call, on the thread that the reply names, unless
     * the fan-out is cancelled.
     */
    record Answered<T>(Reply<T> reply) implements Progress<T> {}
}
