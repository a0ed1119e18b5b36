package dev.newsfan.telemetry;

import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;

/** A part too short to be a span of its own: it adds its time to the span that it is a part of. */
final class TimedPart implements Step {

    private final SpanStep whole;
    private final StepKind kind;
    private final long begun = System.nanoTime();
    /** Guarded by this. */
    private boolean over;

    TimedPart(SpanStep whole, StepKind kind) {
        this.whole = whole;
        this.kind = kind;
    }

    @Override
    public void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        whole.took(kind, System.nanoTime() - begun);
    }
}
