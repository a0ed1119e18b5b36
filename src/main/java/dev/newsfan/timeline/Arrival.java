package dev.newsfan.timeline;

import java.util.Optional;

/**
 * What is known of a request when it comes.
 *
 * @param method of HTTP
 * @param route the path of the resource, as it is declared: one of few
 * @param trace the id of the trace that it belongs to: that of its caller's, or one that is new
 * @param traceparent the header of that name (W3C Trace Context), as it came: it may be anything
 * @param tracestate the header of that name, likewise
 */
public record Arrival(
        String method, String route, String trace, Optional<String> traceparent, Optional<String> tracestate) {}
