package dev.newsfan.loadlab;

/**
 * One answer, or what came instead.
 *
 * @param endMicros when it had come, since 1970
 * @param micros how long it took
 * @param status the HTTP status, 0 if there was none
 * @param complete whether every source was ok
 */
record Answer(long endMicros, long micros, int status, boolean complete) {

    long startMicros() {
        return endMicros - micros;
    }

    boolean ok() {
        return status == 200;
    }

    /** The part of its time that lies in the window, 0 to 1. */
    double share(Window window) {
        long inside = Math.min(endMicros, window.toMicros()) - Math.max(startMicros(), window.fromMicros());
        if (micros == 0) {
            return window.contains(endMicros) ? 1 : 0;
        }
        return Math.max(0, inside) / (double) micros;
    }
}
