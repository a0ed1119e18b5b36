package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.timeline.Timeline;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where the time of a request went, for whoever has made it.
 *
 * @param traceId names the request in answers and logs
 * @param timeline all that it did, or what it did in one mode
 */
@RegisterForReflection
public record Explanation(String traceId, @JsonUnwrapped Timeline timeline) {}
