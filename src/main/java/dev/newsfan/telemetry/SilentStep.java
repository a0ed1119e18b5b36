package dev.newsfan.telemetry;

import dev.newsfan.timeline.Fact;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import java.util.Map;

/** Of which most of what is told is of no interest. */
abstract class SilentStep implements Step {

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
