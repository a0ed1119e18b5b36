package dev.newsfan.lab.hedging;

import dev.newsfan.http.Clock;
import dev.newsfan.policy.Timing;
import java.time.Duration;

/** The time that a policy goes by in the lab: that of its other waits. */
record ClockTiming(Clock clock) implements Timing {

    @Override
    public Runnable after(Duration after, Runnable task) {
        return clock.pass(after).subscribe().with(rung -> task.run())::cancel;
    }
}
