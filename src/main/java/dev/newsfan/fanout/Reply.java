package dev.newsfan.fanout;

import java.time.Duration;

/**
 * What became of one call. It can be used from any thread if its item can.
 *
 * @param name the call's name
 * @param outcome how it ended
 * @param started when it was asked (or skipped), counted from the request's arrival
 * @param elapsed how long it took; zero if it was skipped
 * @param thread where the mode's own code waited for the outcome, or received it if the mode does not wait
 * @param <T> what is answered
 */
public record Reply<T>(String name, Outcome<T> outcome, Duration started, Duration elapsed, String thread) {}
