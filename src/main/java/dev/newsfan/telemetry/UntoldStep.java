package dev.newsfan.telemetry;

import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import java.util.Map;

/** A step of which nothing counts that is told of it: for those of which the time counts, or that of what is within them. */
abstract class UntoldStep implements Step {

    @Override
    public Step begin(StepKind kind, String source) {
        return NONE;
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
        return NONE;
    }

    @Override
    public void end() {}

    @Override
    public Map<String, String> propagation() {
        return Map.of();
    }
}
