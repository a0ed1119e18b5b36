package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.api.LogLines;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SourceLogTest {

    private static final Outcome<SourceAnswer> OK = new Outcome.Ok<>(SourceAnswer.NONE);
    private static final Outcome<SourceAnswer> LATE = new Outcome.Timeout<>(Duration.ofSeconds(5), false);

    private final AtomicLong now = new AtomicLong();
    private final SourceLog log = new SourceLog(now::get);

    private void tell(Mode mode, String source, Outcome<SourceAnswer> outcome) {
        log.tell(mode, new Reply<>(source, outcome, Duration.ZERO, Duration.ofMillis(1500), "asker"), "");
    }

    @Test
    void tellsOfEachSourceOnceOverAllModes() {
        try (LogLines lines = LogLines.ofWarnings()) {
            for (Mode mode : Mode.values()) {
                tell(mode, "wire", LATE);
                tell(mode, "herald", LATE);
            }

            assertThat(lines.lines())
                    .containsExactly(
                            "wire failed in sync mode after 1.500 s: no complete answer within 5.0 s, its timeout",
                            "herald failed in sync mode after 1.500 s: no complete answer within 5.0 s, its timeout");
        }
    }

    @Test
    void takesAnOlderAnswerForAFailureAndAKeptOneForNothing() {
        SourceAnswer kept = SourceAnswer.NONE.aged(Duration.ofMinutes(2));
        try (LogLines lines = LogLines.ofWarnings()) {
            tell(Mode.SYNC, "wire", new Outcome.Ok<>(kept.stale(FailureReason.status(503))));
            assertThat(lines.lines())
                    .containsExactly(
                            "wire failed in sync mode after 1.500 s: it answered with status 503; an older answer "
                                    + "serves");

            tell(Mode.SYNC, "wire", new Outcome.Ok<>(kept));
            tell(Mode.SYNC, "wire", new Outcome.Ok<>(kept.stale(FailureReason.status(503))));
            assertThat(lines.lines()).hasSize(1);
        }
    }

    @Test
    void takesASourceThatWasNotAskedForNeither() {
        try (LogLines lines = LogLines.ofWarnings()) {
            tell(Mode.SYNC, "wire", LATE);
            tell(Mode.SYNC, "wire", new Outcome.Skipped<>());
            tell(Mode.SYNC, "wire", LATE);
            assertThat(lines.lines()).hasSize(1);

            tell(Mode.SYNC, "wire", OK);
            tell(Mode.SYNC, "wire", LATE);
            assertThat(lines.lines()).hasSize(2);
        }
    }

    @Test
    void namesTheRequestWhateverItIsCalled() {
        try (LogLines lines = LogLines.of(SourceLog.class.getName())) {
            for (int call = 0; call < 100; call++) {
                tell("wire", LATE, "id%030d".formatted(call));
            }
            tell("wire", OK, "recovered");

            assertThat(lines.lines())
                    .containsExactly(
                            "wire failed in async mode after 1.500 s: no complete answer within 5.0 s, its timeout"
                                    + " (trace id000000000000000000000000000000)",
                            "wire answers again, after 100 calls that failed (trace recovered)");
        }
    }

    private void tell(String source, Outcome<SourceAnswer> outcome, String trace) {
        log.tell(Mode.ASYNC, new Reply<>(source, outcome, Duration.ZERO, Duration.ofMillis(1500), "asker"), trace);
    }

    @Test
    void showsTheStackOfAMistakeOfOursOnceAMinute() {
        IllegalStateException bug = new IllegalStateException("expected by a test");
        try (LogLines lines = LogLines.ofWarnings()) {
            for (int call = 0; call < 1000; call++) {
                tell(Mode.ASYNC, call % 2 == 0 ? "wire" : "herald", new Outcome.Failure<>(bug));
            }
            assertThat(lines.lines()).singleElement().asString().endsWith(bug.toString());

            now.addAndGet(SourceState.SUMMARY.toNanos());
            tell(Mode.ASYNC, "wire", new Outcome.Failure<>(bug));
            assertThat(lines.lines()).hasSize(2).last().asString().contains("(and 999 calls since it was last told)");
        }
    }

    @Test
    void showsTheStackAlsoWhereAnOlderAnswerServes() {
        IllegalStateException bug = new IllegalStateException("expected by a test");
        try (LogLines lines = LogLines.ofWarnings()) {
            log.tell(Mode.ASYNC, "wire", bug, "");
            log.tell(Mode.SYNC, "wire", bug, "");

            assertThat(lines.lines())
                    .singleElement()
                    .asString()
                    .startsWith("wire failed in async mode by a mistake of ours; an older answer serves")
                    .endsWith(bug.toString());
        }
    }

    @Test
    void losesNoCallWhenManyFailAtTheSameTime() throws Exception {
        Callable<Void> failing = () -> {
            for (int call = 0; call < 1000; call++) {
                tell(Mode.VIRTUAL, "wire", LATE);
            }
            return null;
        };
        try (LogLines lines = LogLines.ofWarnings();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> all = new ArrayList<>(threads.invokeAll(List.of(failing, failing, failing, failing)));
            for (Future<Void> one : all) {
                one.get();
            }
            now.addAndGet(SourceState.SUMMARY.toNanos());
            tell(Mode.VIRTUAL, "wire", LATE);

            assertThat(lines.lines()).hasSize(2).last().asString().contains("(and 3999 calls");
        }
    }
}
