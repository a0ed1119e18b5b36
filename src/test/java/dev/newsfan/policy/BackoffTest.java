package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackoffTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTiming timing = new ManualTiming();
    private final PolicyEvents events = new PolicyEvents();
    private final ScriptedSource source = new ScriptedSource();
    private final Ask ask = new Backoff(timing, events).around(source);

    private void fail(FailureReason reason) {
        Asker.of(ask);
        source.last().fail(reason);
    }

    private boolean isLeftAlone() {
        Asker asker = Asker.of(ask);
        boolean forbidden = asker.told() == 1;
        asker.leave();
        return forbidden;
    }

    @ParameterizedTest
    @CsvSource({"429, 60, 60", "503, 60, 60", "500, 1, 1", "301, 5, 5", "429, , 10"})
    void leavesTheSourceAloneForSoLong(int status, Integer wish, int seconds) {
        FailureReason reason = FailureReason.status(status);
        fail(wish == null ? reason : reason.notBefore(Duration.ofSeconds(wish)));

        assertThat(isLeftAlone()).isTrue();
        timing.pass(Duration.ofSeconds(seconds).minusNanos(1));
        assertThat(isLeftAlone()).isTrue();
        assertThat(source.calls()).hasSize(1);

        timing.pass(Duration.ofNanos(1));
        assertThat(isLeftAlone()).isFalse();
        assertThat(source.calls()).hasSize(2);
        assertThat(events.total(PolicyEvent.BACKED_OFF)).isEqualTo(2);
    }

    private static Stream<FailureReason> nothingToRemember() {
        return Stream.of(
                FailureReason.status(503),
                FailureReason.status(503).notBefore(Duration.ZERO),
                FailureReason.status(429).notBefore(Duration.ZERO),
                FailureReason.brokenOff().notBefore(Duration.ZERO),
                FailureReason.brokenOff().notBefore(MINUTE),
                FailureReason.status(429).backedOff(MINUTE),
                FailureReason.circuitOpen(FailureReason.status(503), MINUTE),
                FailureReason.unreadable("no"));
    }

    @ParameterizedTest
    @MethodSource("nothingToRemember")
    void asksAgainAfterAnythingElse(FailureReason reason) {
        fail(reason);

        assertThat(isLeftAlone()).isFalse();
    }

    @Test
    void saysWhatTheSourceSaidAndForHowLong() {
        fail(FailureReason.status(503).notBefore(MINUTE));
        timing.pass(Duration.ofMillis(12_300));

        FailureReason reason = Asker.of(ask).reason();

        assertThat(reason.code()).isEqualTo("status_503");
        assertThat(reason.words())
                .isEqualTo("it answered with status 503; not asked again for another 48 s, as it wishes");
        assertThat(reason.retryAfter()).contains(Duration.ofMillis(47_700));
        assertThat(reason.forbidden()).isTrue();
    }

    @Test
    void theFirstFailureItselfIsNotForbidden() {
        Asker asker = Asker.of(ask);
        FailureReason reason = FailureReason.status(429).notBefore(MINUTE);

        source.last().fail(reason);

        assertThat(asker.reason()).isEqualTo(reason);
    }

    @Test
    void theLongestOfSeveralWishesCounts() {
        Asker.of(ask);
        Asker.of(ask);
        Asker.of(ask);
        source.calls().get(1).fail(FailureReason.status(429).notBefore(MINUTE));
        source.calls().get(0).fail(FailureReason.status(503).notBefore(Duration.ofSeconds(5)));
        source.calls().get(2).answer(SourceAnswer.NONE);

        timing.pass(MINUTE.minusNanos(1));

        assertThat(Asker.of(ask).reason().code()).isEqualTo("status_429");
    }

    @Test
    void aLaterWishCountsAfterAnEarlierOneIsOver() {
        fail(FailureReason.status(429).notBefore(MINUTE));
        timing.pass(Duration.ofDays(3));
        fail(FailureReason.status(503).notBefore(Duration.ofSeconds(1)));

        assertThat(Asker.of(ask).reason().code()).isEqualTo("status_503");
    }

    @Test
    void leavingEndsTheCallAndIsNothingToRemember() {
        Asker.of(ask).leave();

        assertThat(source.last().isCancelled()).isTrue();
        assertThat(isLeftAlone()).isFalse();
    }
}
