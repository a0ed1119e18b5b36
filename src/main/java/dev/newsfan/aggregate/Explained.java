package dev.newsfan.aggregate;

import dev.newsfan.timeline.RecordedStep;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.Steps;
import java.time.Duration;
import java.util.Optional;

/** A request, or what it does in one mode, that may be kept to be explained to its caller. From any thread. */
public final class Explained {

    private final Step step;
    private final Optional<RecordedStep> recorded;

    private Explained(Step step, Optional<RecordedStep> recorded) {
        this.step = step;
        this.recorded = recorded;
    }

    /**
     * Keeps from now on what is told of it, if that is wanted.
     *
     * @param spent how long ago it has come: it has waited since then
     * @param step its own, which hears of everything in any case
     */
    public static Explained of(StepKind kind, Duration spent, Step step, boolean wanted) {
        if (!wanted) {
            return new Explained(step, Optional.empty());
        }
        RecordedStep recorded = RecordedStep.of(kind, spent);
        return new Explained(Steps.both(step, recorded), Optional.of(recorded));
    }

    /** Is to be told what is done for it. */
    public Step step() {
        return step;
    }

    /** What is known by now; empty unless it was wanted. */
    public Optional<Explanation> explanation() {
        return recorded.map(kept -> new Explanation(step.trace(), kept.timeline()));
    }
}
