package dev.newsfan.timeline;

import java.time.Duration;

/**
 * Something that happened in a step.
 *
 * @param event what, in one word
 * @param at when, counted from the request's arrival
 */
public record RecordedEvent(String event, Duration at) {}
