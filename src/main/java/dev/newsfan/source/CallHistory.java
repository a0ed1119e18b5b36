package dev.newsfan.source;

import dev.newsfan.policy.Ask;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.policy.Timing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Remembers how the last calls to a source itself went, those that its policies spared it left out. A call that ended as nobody waited
 * any longer counts only if its time was over.
 */
final class CallHistory implements Policy {

    /** How many answers the average time is of. */
    static final int ANSWERS = 20;

    private final Timing timing;
    private final long[] times = new long[ANSWERS];
    private long answered;
    private Optional<LastCall> last = Optional.empty();
    private Optional<Instant> newest = Optional.empty();
    private Optional<String> format = Optional.empty();

    CallHistory(Timing timing) {
        this.timing = timing;
    }

    @Override
    public Ask around(Ask next) {
        return question -> Uni.createFrom().deferred(() -> {
            long begun = timing.nanos();
            return next.ask(question)
                    .onTermination()
                    .invoke((answer, failure, cancelled) -> ended(question, answer, failure, since(begun)));
        });
    }

    /** Without an answer and a failure it was cancelled. */
    private void ended(Question question, SourceAnswer answer, Throwable failure, Duration elapsed) {
        if (answer != null) {
            answered(answer.result(), elapsed);
        } else if (failure != null) {
            failed(failure, elapsed);
        } else {
            cancelled(question, elapsed);
        }
    }

    private Duration since(long begun) {
        return Duration.ofNanos(timing.nanos() - begun);
    }

    private void answered(FetchResult result, Duration elapsed) {
        Optional<Instant> latest = result.newest();
        LastCall call = LastCall.ok(now(), elapsed, result);
        synchronized (this) {
            times[(int) (answered++ % ANSWERS)] = elapsed.toNanos();
            newest = latest;
            format = Optional.of(result.format()).filter(name -> !name.isEmpty());
            last = Optional.of(call);
        }
    }

    private void failed(Throwable failure, Duration elapsed) {
        failed(SourceException.reasonOf(failure).orElseGet(FailureReason::ours), elapsed);
    }

    private void cancelled(Question question, Duration elapsed) {
        if (question.isLate(timing)) {
            failed(FailureReason.late(elapsed, false), elapsed);
        }
    }

    private synchronized void failed(FailureReason reason, Duration elapsed) {
        last = Optional.of(LastCall.failed(now(), elapsed, reason));
    }

    /** Nobody reads more of it. */
    private Instant now() {
        return timing.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** How the last call went; empty if there was none. */
    synchronized Optional<LastCall> last() {
        return last;
    }

    /** When the newest article of the last answer was published; empty if nobody knows. */
    synchronized Optional<Instant> newest() {
        return newest;
    }

    /** The format that the last answer was found to be in; empty if there was none. */
    synchronized Optional<String> format() {
        return format;
    }

    /** How long the last answers took on average, {@value #ANSWERS} at most; empty if there was none. */
    synchronized Optional<Duration> averageTime() {
        int count = (int) Math.min(answered, ANSWERS);
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += times[i];
        }
        return count == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(sum / count));
    }
}
