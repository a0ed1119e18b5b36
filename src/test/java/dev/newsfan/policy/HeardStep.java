package dev.newsfan.policy;

import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps in words what a step is told. */
final class HeardStep implements Step {

    private final String name;
    private final List<String> heard;

    private HeardStep(String name, List<String> heard) {
        this.name = name;
        this.heard = heard;
    }

    static HeardStep named(String name) {
        return new HeardStep(name, new CopyOnWriteArrayList<>());
    }

    /** What it and its parts were told, in that order. */
    List<String> heard() {
        return heard;
    }

    private HeardStep part(String what) {
        heard.add(what + " begins");
        return new HeardStep(what, heard);
    }

    @Override
    public Step begin(StepKind kind, String source) {
        return part(kind.word());
    }

    @Override
    public void happened(String event) {
        heard.add(event);
    }

    @Override
    public void shares(Step other) {
        heard.add("shares " + ((HeardStep) other).name);
    }

    @Override
    public Step aside(String source) {
        return part("aside for " + source);
    }

    @Override
    public void end() {
        heard.add(name + " ends");
    }
}
