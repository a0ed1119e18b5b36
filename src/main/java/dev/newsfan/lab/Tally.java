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
        lastBack = back.started().plus(back.elapsed());
        if (back.status() != 200) {
            failed++;
            return;
        }
        // Those who stand in line do so for as long as somebody else waits; to get to a thread that is free takes much
        // less.
        if (back.line()
                .filter(line -> line.compareTo(crowd.time().dividedBy(2)) > 0)
                .isPresent()) {
            waitedInLine++;
        }
        fastest = back.elapsed().compareTo(fastest) < 0 ? back.elapsed() : fastest;
        slowest = back.elapsed().compareTo(slowest) > 0 ? back.elapsed() : slowest;
    }

    synchronized Summary summary() {
        return new Summary(
                crowd.mode(),
                crowd.callers(),
                failed,
                failed == crowd.callers() ? Duration.ZERO : fastest,
                slowest,
                crowd.predicted(),
                new Crowd.Figures(lastBack, waitedInLine));
    }

    /** What came of a crowd; fastest and slowest are of those who got their answer, and zero if nobody did. */
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
