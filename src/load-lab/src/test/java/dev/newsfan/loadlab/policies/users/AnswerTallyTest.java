package dev.newsfan.loadlab.policies.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTallyTest {

    private final AnswerTally tally = new AnswerTally();

    @Test
    void countsWhatWasGot() {
        tally.add(Answer.COMPLETE, 1);
        tally.add(Answer.PARTIAL, 1);
        tally.add(Answer.PARTIAL, 1);

        assertThat(tally.of(Answer.PARTIAL)).isEqualTo(2);
        assertThat(tally.of(Answer.ERROR)).isZero();
        assertThat(tally.all()).isEqualTo(3);
    }

    @Test
    void timesAreOfThoseWhoWereLetIn() {
        LongStream.rangeClosed(1, 100).forEach(seconds -> tally.add(Answer.COMPLETE, seconds * 1_000_000_000));
        LongStream.range(0, 1000).forEach(refused -> tally.add(Answer.REFUSED, 1));

        assertThat(tally.percentile(0.5)).isEqualTo(50);
        assertThat(tally.percentile(0.99)).isEqualTo(99);
    }

    @Test
    void withoutAnybodyThereIsNoTime() {
        assertThat(tally.percentile(0.5)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, {}, COMPLETE",
        "200, false, '{\"sources\":[{\"stale\":true}]}', STALE",
        "200, false, {}, PARTIAL",
        "503, '', {}, REFUSED",
        "504, '', {}, ERROR"
    })
    void anAnswerIsKnownByItsStatusAndItsReports(int status, String complete, String body, Answer answer) {
        assertThat(Answer.of(status, complete, body)).isEqualTo(answer);
    }
}
