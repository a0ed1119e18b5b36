package dev.newsfan.policy;

import java.util.concurrent.atomic.AtomicInteger;

/** Bounds what is done besides the calls to a part of them: each call brings a part of a token. From any thread, without a lock. */
final class Tokens {

    /** Tenths of a token, so that no fractions add up to something else. */
    private static final int ONE = 10;

    private final int most;
    private final int perCall;
    private final AtomicInteger tenths;

    /**
     * A bucket of tokens.
     *
     * @param most how many it holds; more are lost
     * @param atStart how many are there at first
     * @param perCall tenths of a token that a call brings
     */
    Tokens(int most, int atStart, int perCall) {
        this.most = most * ONE;
        this.perCall = perCall;
        this.tenths = new AtomicInteger(atStart * ONE);
    }

    /** A call is made. */
    void called() {
        // Mostly it is full, and nobody has to write what all threads read.
        if (tenths.get() < most) {
            tenths.getAndUpdate(now -> Math.min(now + perCall, most));
        }
    }

    /** Takes one if there is one. */
    boolean take() {
        return tenths.getAndUpdate(now -> now < ONE ? now : now - ONE) >= ONE;
    }
}
