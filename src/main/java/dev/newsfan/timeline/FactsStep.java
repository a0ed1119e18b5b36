package dev.newsfan.timeline;

import java.util.EnumMap;
import java.util.Map;

/** Keeps what is told of a request as a whole, and nothing of its parts. From any thread. */
public final class FactsStep implements Step {

    /** Guarded by itself. */
    private final Map<Fact, Object> facts = new EnumMap<>(Fact.class);

    @Override
    public void tell(Fact fact, String value) {
        put(fact, value);
    }

    @Override
    public void tell(Fact fact, long value) {
        put(fact, value);
    }

    private void put(Fact fact, Object value) {
        synchronized (facts) {
            facts.put(fact, value);
        }
    }

    /** What is known by now: texts and whole numbers. */
    public Map<Fact, Object> facts() {
        synchronized (facts) {
            return new EnumMap<>(facts);
        }
    }
}
