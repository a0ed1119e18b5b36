package dev.newsfan.telemetry;

import dev.newsfan.timeline.Step;
import java.util.function.LongConsumer;

/** A step whose time is told when it ends, however it ends; the first end counts. */
final class TimedStep implements Step {

    private final LongConsumer took;
    private final long begun = System.nanoTime();
    /** Guarded by this. */
    private boolean over;

    /**
     * It begins now.
     *
     * @param took takes its nanoseconds
     */
    TimedStep(LongConsumer took) {
        this.took = took;
    }

    @Override
    public void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        took.accept(System.nanoTime() - begun);
    }
}
