package dev.newsfan.lab;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Something to compute: a SHA-256 of a SHA-256 of a SHA-256 and so on, which no clever waiting makes shorter. */
final class Work {

    private static final int SAMPLE_ROUNDS = 100_000;
    private static final int SAMPLES = 8;

    private Work() {}

    /** Computes this many rounds on the current thread. Returns how long that took. */
    static Duration compute(long rounds) {
        Stopwatch watch = Stopwatch.start();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[sha.getDigestLength()];
            for (long round = 0; round < rounds; round++) {
                block = sha.digest(block);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        return watch.elapsed();
    }

    /** How long this many rounds will take here and now, by samples; it takes some tenths of a second itself. */
    static Duration predict(long rounds) {
        return sample().multipliedBy(rounds).dividedBy(SAMPLE_ROUNDS);
    }

    /** The best of some: the first ones are the compiler's, and others may be somebody else's. */
    private static Duration sample() {
        return Stream.generate(() -> compute(SAMPLE_ROUNDS))
                .limit(SAMPLES)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
