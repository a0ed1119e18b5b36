package dev.newsfan.policy;

import java.time.Duration;

/**
 * An answer in a {@link SharedStore}.
 *
 * @param id tells it from all others under the same key
 * @param raw as it came
 * @param headers what it says of its reuse, counted from when it was fetched or was last said to hold
 * @param age how long ago that was; zero if just now
 */
public record SharedAnswer(String id, RawAnswer raw, CacheHeaders headers, Duration age) {}
