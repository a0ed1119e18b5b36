package dev.newsfan.timeline;

import java.util.Map;

/** Keeps nothing and is its own parts. */
final class NoStep implements Step {

    @Override
    public Step begin(StepKind kind, String source) {
        return this;
    }

    @Override
    public void tell(Fact fact, String value) {}

    @Override
    public void tell(Fact fact, long value) {}

    @Override
    public void happened(String event) {}

    @Override
    public void shares(Step other) {}

    @Override
    public Step aside(String source) {
        return this;
    }

    @Override
    public void end() {}

    @Override
    public Map<String, String> propagation() {
        return Map.of();
    }
}
