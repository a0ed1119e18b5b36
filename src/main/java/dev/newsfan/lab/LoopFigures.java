package dev.newsfan.lab;

import java.time.Duration;

/**
 * What is predicted of an experiment with event loops before its run, or measured in it.
 *
 * @param totalTime of the work itself
 * @param longestPause between two beats of any loop
 */
record LoopFigures(Duration totalTime, Duration longestPause) {

    /** Of work that keeps a loop for this long. */
    static LoopFigures predicted(Duration totalTime, Duration freeze) {
        return new LoopFigures(totalTime, freeze.compareTo(Heartbeat.EVERY) > 0 ? freeze : Heartbeat.EVERY);
    }
}
