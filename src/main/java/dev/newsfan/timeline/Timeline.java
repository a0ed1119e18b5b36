package dev.newsfan.timeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A step that was recorded, with all that is in it.
 *
 * @param step what it is a step of
 * @param source the name of the source that it belongs to; empty if it belongs to none
 * @param started counted from the request's arrival
 * @param elapsed how long it took, or has taken until now
 * @param facts what is known of it: texts and whole numbers
 * @param events what happened, in that order
 * @param steps what it was made of, in the order in which they began
 */
public record Timeline(
        StepKind step,
        String source,
        Duration started,
        Duration elapsed,
        Map<Fact, Object> facts,
        List<RecordedEvent> events,
        List<Timeline> steps) {

    public Timeline {
        Map<Fact, Object> copy = new EnumMap<>(Fact.class);
        copy.putAll(facts);
        facts = copy;
        events = List.copyOf(events);
        steps = List.copyOf(steps);
    }
}
