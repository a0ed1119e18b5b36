package dev.newsfan.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the policies of one source do. From any thread. */
public final class PolicyEvents {

    private final Map<PolicyEvent, LongAdder> counts = new EnumMap<>(PolicyEvent.class);

    public PolicyEvents() {
        for (PolicyEvent event : PolicyEvent.values()) {
            counts.put(event, new LongAdder());
        }
    }

    /** It has happened once more. */
    public void count(PolicyEvent event) {
        counts.get(event).increment();
    }

    /** It has happened once more, to this question. */
    public void count(PolicyEvent event, Question question) {
        count(event);
        question.step().happened(event.word());
    }

    /** How often it has happened since the start. */
    public long total(PolicyEvent event) {
        return counts.get(event).sum();
    }
}
