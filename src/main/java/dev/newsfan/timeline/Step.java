package dev.newsfan.timeline;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Something that takes time within a request, and what is known of it. Whatever is told of it, at any time and from any thread,
 * does no harm: it never throws, and what comes after its end is ignored. What an implementation doesn't want to hear it leaves out.
 */
public interface Step {

    /** Of which nobody wants to know. */
    Step NONE = new Step() {};

    /**
     * A step within this one, from now on.
     *
     * @param source the name of the source that it belongs to; empty for that of this one
     */
    default Step begin(StepKind kind, String source) {
        return NONE;
    }

    /** The same for the source of this one, if it has one. */
    default Step begin(StepKind kind) {
        return begin(kind, "");
    }

    /** Something that is known of it; the last value counts. */
    default void tell(Fact fact, String value) {}

    /** The same of a number. */
    default void tell(Fact fact, long value) {}

    /** @param event what has happened now, in one word of ours, such as {@code retried} */
    default void happened(String event) {}

    /** It waits for what another step, of another request, has begun. */
    default void shares(Step other) {}

    /** A call that this one has given rise to, and doesn't wait for. */
    default Step aside(String source) {
        return NONE;
    }

    /** It is over; once or more often. Steps within it may go on. */
    default void end() {}

    /** The id of the trace that its request belongs to, which names the request in answers and logs; empty if nobody here knows. */
    default String trace() {
        return "";
    }

    /** The headers by which whoever is asked can tie its own work to this (W3C Trace Context); may be empty. */
    default Map<String, String> propagation() {
        return Map.of();
    }

    /** Does something, at the end of which this ends. */
    default <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            end();
        }
    }
}
