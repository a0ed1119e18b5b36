package dev.newsfan.loadlab;

/**
 * The steady state of a step: what counts.
 *
 * @param fromMicros since 1970, the first microsecond within
 * @param toMicros the first one behind
 */
record Window(long fromMicros, long toMicros) {

    Window {
        if (toMicros <= fromMicros) {
            throw new IllegalArgumentException("A window must not end before it begins");
        }
    }

    /** The window of a step whose first request started then. */
    static Window of(Pace pace, long startMicros) {
        long from = startMicros + Math.round((pace.ramp() + pace.settle()) * 1e6);
        return new Window(from, from + Math.round(pace.measure() * 1e6));
    }

    boolean contains(long micros) {
        return micros >= fromMicros && micros < toMicros;
    }

    double seconds() {
        return (toMicros - fromMicros) / 1e6;
    }
}
