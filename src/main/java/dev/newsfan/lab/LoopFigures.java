package dev.newsfan.lab;

import java.time.Duration;

/**
 * What is predicted of an experiment with event loops before its run, or measured in it.
 *
 * @param totalTime of the work itself
 * @param longestPause between two beats of any loop
 */
record LoopFigures(Duration totalTime, Duration longestPause) {

    /** Of work that keeps a loop for this long, or zero if it keeps none. */
    static LoopFigures predicted(Duration totalTime, Duration freeze) {
        // A freeze begins somewhere between two beats, and the beat that is due comes right after it.
        Duration betweenBeats = freeze.plus(Heartbeat.EVERY.dividedBy(2));
        return new LoopFigures(totalTime, betweenBeats.compareTo(Heartbeat.EVERY) > 0 ? betweenBeats : Heartbeat.EVERY);
    }
}
