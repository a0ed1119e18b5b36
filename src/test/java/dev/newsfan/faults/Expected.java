package dev.newsfan.faults;

import java.time.Duration;
import java.util.Map;

/**
 * What a caller gets of a source that fails.
 *
 * @param outcome of the source's report
 * @param reason a piece of it; empty if there is none
 * @param articles how many are told of
 * @param dropped how many are left out
 * @param within the longest that it takes
 * @param refusal whether it would be in vain to ask again at once
 */
record Expected(String outcome, String reason, int articles, int dropped, Duration within, boolean refusal) {

    private Expected(String outcome, String reason, int articles, int dropped, Duration within) {
        this(outcome, reason, articles, dropped, within, false);
    }

    /** The longest that an answer takes which comes of itself. */
    private static final Duration SOON = Duration.ofMillis(1500);

    /** The longest that it takes where the source's timeout ends the call. */
    private static final Duration AFTER_THE_TIMEOUT = Duration.ofSeconds(2);

    /** The timeout of every source here. */
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    static Expected ok(int articles, int dropped) {
        return new Expected("ok", "", articles, dropped, SOON);
    }

    static Expected error(String reason) {
        return new Expected("error", reason, 0, 0, SOON);
    }

    /** It doesn't want to be asked at the moment. */
    static Expected refusal(String reason) {
        return new Expected("error", reason, 0, 0, SOON, true);
    }

    /** It took longer than the source may. */
    static Expected timeout() {
        return new Expected("timeout", "within 1.0 s, its timeout", 0, 0, AFTER_THE_TIMEOUT);
    }

    int status() {
        return refusal ? 503 : Map.of("ok", 200, "error", 502, "timeout", 504).get(outcome);
    }

    Expected within(Duration longer) {
        return new Expected(outcome, reason, articles, dropped, longer, refusal);
    }

    /** For people. */
    String detail() {
        return outcome.equals("ok")
                ? "articles: " + articles + (dropped == 0 ? "" : ", dropped: " + dropped)
                : reason.isEmpty() ? "a reason" : "“… " + reason + " …”";
    }
}
