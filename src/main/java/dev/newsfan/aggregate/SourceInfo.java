package dev.newsfan.aggregate;

import java.time.Duration;

/**
 * What anyone may know of a source.
 *
 * @param name as in the configuration
 * @param format how it writes its answer
 * @param timeout the longest that a call may take
 */
public record SourceInfo(String name, String format, Duration timeout) {}
