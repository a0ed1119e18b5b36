package dev.newsfan.telemetry;

import dev.newsfan.timeline.Step;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** A step whose time is recorded when it ends, however it ends; the first end counts. */
final class TimedStep implements Step {

    private final Timer timer;
    private final long begun = System.nanoTime();
    /** Guarded by this. */
    private boolean over;

    /** It begins now. */
    TimedStep(Timer timer) {
        this.timer = timer;
    }

    @Override
    public void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
}
