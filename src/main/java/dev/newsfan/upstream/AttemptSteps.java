package dev.newsfan.upstream;

import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import java.util.Map;

/** How far one request to a source has come: one step at a time, from the line that it waits in to the last byte. From any thread. */
final class AttemptSteps {

    private final Step attempt;
    private final Map<String, String> headers;
    /** Guarded by this. */
    private Step now = Step.NONE;

    private boolean over;

    /**
     * The steps of a request.
     *
     * @param attempt has the steps within it, and ends with them
     * @param headers tell whoever is asked what trace it belongs to; none if that isn't told
     */
    AttemptSteps(Step attempt, Map<String, String> headers) {
        this.attempt = attempt;
        this.headers = headers;
    }

    /** What has begun is over, and this begins. */
    void enter(StepKind kind) {
        Step before;
        synchronized (this) {
            if (over) {
                // Whoever asked has left, and a client doesn't know yet.
                return;
            }
            before = now;
            now = attempt.begin(kind);
        }
        before.end();
    }

    /** What has begun is over. */
    synchronized void rest() {
        now.end();
    }

    /** All of it is over, whatever came of it. */
    void end() {
        synchronized (this) {
            over = true;
        }
        rest();
        attempt.end();
    }

    Step attempt() {
        return attempt;
    }

    Map<String, String> headers() {
        return headers;
    }
}
