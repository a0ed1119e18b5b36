package dev.newsfan.news;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one source within a request.
 *
 * @param name the source
 * @param outcome how it ended
 * @param articles how many articles it delivered that are fit to print, before the merge
 * @param dropped how many it delivered that are not
 * @param started when it was asked, counted from the request's arrival
 * @param elapsed how long it took; zero if it was skipped
 * @param thread where the mode's own code waited for the answer ({@code sync}, {@code virtual}) or received it
 *     ({@code async})
 * @param reason what went wrong, in a sentence for people; empty if nothing did
 */
public record SourceReport(
        String name,
        Outcome outcome,
        int articles,
        int dropped,
        Duration started,
        Duration elapsed,
        String thread,
        Optional<String> reason) {

    /** How one source ended. */
    public enum Outcome {
        /** It answered in time, and in its format. */
        OK,
        /** It took longer than its timeout or what was left of the budget. */
        TIMEOUT,
        /** It failed in any other way. */
        ERROR,
        /** It wasn't asked, as no budget was left. */
        SKIPPED
    }
}
