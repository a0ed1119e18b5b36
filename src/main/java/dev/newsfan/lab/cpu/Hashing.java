package dev.newsfan.lab.cpu;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Something to compute: a SHA-256 of a SHA-256 of a SHA-256 and so on, which no clever waiting makes shorter. */
final class Hashing {

    private static final int SAMPLE_ROUNDS = 500_000;
    private static final int WARM_UPS = 2;

    /** Some hundred microseconds: so often it asks whether anybody still needs the result. */
    private static final int ROUNDS_BETWEEN_LOOKS = 4096;

    private Hashing() {}

    /**
     * Computes this many rounds on the current thread.
     *
     * @param givenUp whether nobody needs the result any more; it is asked now and then
     * @return how long that took
     */
    static Duration compute(int rounds, BooleanSupplier givenUp) {
        long began = System.nanoTime();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[sha.getDigestLength()];
            for (int round = 0; round < rounds; round++) {
                block = sha.digest(block);
                if (round % ROUNDS_BETWEEN_LOOKS == 0 && givenUp.getAsBoolean()) {
                    break;
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** How long this many rounds will take here and now, by a sample; it takes about a tenth of a second itself. */
    static Duration predict(int rounds) {
        // The first ones are the compiler's.
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            compute(SAMPLE_ROUNDS, () -> false);
        }
        return compute(SAMPLE_ROUNDS, () -> false).multipliedBy(rounds).dividedBy(SAMPLE_ROUNDS);
    }
}
