package dev.newsfan.lab;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/** Counts a crowd's callers as they come back. */
final class Tally {

    private final Crowd crowd;
    private int failed;
    private int waitedInLine;
    private Duration fastest = Duration.ofSeconds(Long.MAX_VALUE);
    private Duration slowest = Duration.ZERO;
    private Duration lastBack = Duration.ZERO;

    Tally(Crowd crowd) {
        this.crowd = crowd;
    }

    synchronized void add(Returned back) {
        if (back.status() != 200) {
            failed++;
        }
        // Those who stand in line wait for as long as somebody else waits; everything else is much shorter.
        if (back.line()
                .filter(line -> line.compareTo(crowd.time().dividedBy(2)) > 0)
                .isPresent()) {
            waitedInLine++;
        }
        fastest = back.elapsed().compareTo(fastest) < 0 ? back.elapsed() : fastest;
        slowest = back.elapsed().compareTo(slowest) > 0 ? back.elapsed() : slowest;
        lastBack = back.started().plus(back.elapsed());
    }

    synchronized Summary summary() {
        return new Summary(
                crowd.mode(),
                crowd.callers(),
                failed,
                fastest,
                slowest,
                crowd.predicted(),
                new Crowd.Figures(lastBack, waitedInLine));
    }

    /** What came of a crowd. */
    @RegisterForReflection
    record Summary(
            String mode,
            int callers,
            int failed,
            Duration fastest,
            Duration slowest,
            Crowd.Figures predicted,
            Crowd.Figures measured) {}
}
