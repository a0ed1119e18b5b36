package dev.newsfan.faults;

import java.io.IOException;
import java.net.URI;

/** A source on loopback that means no good. */
interface HostileSource extends AutoCloseable {

    /** Where the service asks it. */
    URI url();

    /** How many requests it has got since its turn began; 0 if it doesn't let them come that far. */
    default int requests() {
        return 0;
    }

    /** From now on it behaves as towards its first caller. */
    default void beginTurn() {}

    @Override
    void close();

    /** Makes one, with what it needs of those around it. */
    @FunctionalInterface
    interface Opening {
        HostileSource open(Surroundings surroundings) throws IOException;
    }

    /** What the sources share. */
    record Surroundings(NameServer names, Certificates certificates) {}
}
