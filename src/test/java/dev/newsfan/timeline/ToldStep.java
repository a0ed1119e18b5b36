package dev.newsfan.timeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, and is its own parts and what it has given rise to. */
public final class ToldStep implements Step {

    private final String name;
    private final Map<String, String> propagation;
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** @param propagation the headers that tie to it whoever is asked */
    public ToldStep(String name, Map<String, String> propagation) {
        this.name = name;
        this.propagation = propagation;
    }

    /** One that nobody who is asked hears of. */
    public static ToldStep named(String name) {
        return new ToldStep(name, Map.of());
    }

    /** In words such as {@code aside wire}, {@code outcome ok}, {@code retried}, {@code shares first}, {@code end}. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public Step begin(StepKind kind, String source) {
        told.add((kind.word() + " " + source).strip());
        return this;
    }

    @Override
    public void tell(Fact fact, String value) {
        told.add(fact.word() + " " + value);
    }

    @Override
    public void tell(Fact fact, long value) {
        told.add(fact.word() + " " + value);
    }

    @Override
    public void happened(String event) {
        told.add(event);
    }

    @Override
    public void shares(Step other) {
        told.add("shares " + ((ToldStep) other).name);
    }

    @Override
    public Step aside(String source) {
        told.add("aside " + source);
        return this;
    }

    @Override
    public void end() {
        told.add("end");
    }

    @Override
    public Map<String, String> propagation() {
        return propagation;
    }
}
