package dev.newsfan.policy;

/** How the last calls to a source went. For one thread at a time. */
final class CallWindow {

    private static final int SIZE = 20;
    /** Fewer say nothing. */
    private static final int LEAST = 5;

    private int known;
    /** A bit for each call, the last one lowest: whether it failed. */
    private int failures;

    void add(boolean failed) {
        failures = (failures << 1 | (failed ? 1 : 0)) & (1 << SIZE) - 1;
        known = Math.min(known + 1, SIZE);
    }

    /** Whether at least half of them failed, or the last few all did, and there are enough of them. */
    boolean isIll() {
        boolean lastOnes = (failures & (1 << LEAST) - 1) == (1 << LEAST) - 1;
        return known >= LEAST && (lastOnes || 2 * Integer.bitCount(failures) >= known);
    }

    void clear() {
        known = 0;
        failures = 0;
    }
}
