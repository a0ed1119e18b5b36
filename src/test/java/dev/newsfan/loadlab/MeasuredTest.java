package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of single answers: the window, the rates, the percentiles. */
class MeasuredTest {

    private static final long SECOND = 1_000_000;
    private static final Window TEN_SECONDS = new Window(100 * SECOND, 110 * SECOND);

    @TempDir
    Path folder;

    @Test
    void aPercentileIsAnAnswerThatThereWas() {
        long[] micros = LongStream.rangeClosed(1, 1000).map(i -> i * 1000).toArray();

        Latencies latencies = Latencies.ofMicros(micros);

        assertThat(latencies.mean()).isCloseTo(0.5005, within(1e-9));
        assertThat(latencies.p50()).isEqualTo(0.5);
        assertThat(latencies.p95()).isEqualTo(0.95);
        assertThat(latencies.p99()).isEqualTo(0.99);
        assertThat(latencies.p999()).isEqualTo(0.999);
        assertThat(latencies.max()).isEqualTo(1);
    }

    @Test
    void ofOneAnswerAllPercentilesAreTheSame() {
        assertThat(Latencies.ofMicros(new long[] {SECOND})).isEqualTo(new Latencies(1, 1, 1, 1, 1, 1));
    }

    @Test
    void ofNoAnswerNothingIsKnown() {
        assertThat(Latencies.ofMicros(new long[0])).isEqualTo(Latencies.NONE);
        assertThat(Latencies.NONE.p99()).isNaN();
    }

    @Test
    void theWindowBeginsWhenAllUsersHaveComeAndTheFirstHaveTheirAnswers() {
        Window window = Window.of(new Pace(2, 3, 30, 4), 1000 * SECOND);

        assertThat(window).isEqualTo(new Window(1005 * SECOND, 1035 * SECOND));
        assertThat(window.contains(1005 * SECOND)).isTrue();
        assertThat(window.contains(1035 * SECOND)).isFalse();
    }

    @Test
    void aStepLastsFivePredictedResponseTimesIfThatIsLongerInWholeCycles() throws BadOption {
        Options options = OptionsReader.read(Map.of("load.seconds", "10"));

        assertThat(Pace.of(new Prediction(1, 1, 0), options).measure()).isCloseTo(9 * 1.15, within(1e-9));
        assertThat(Pace.of(new Prediction(1, 6, 0), options).measure()).isCloseTo(5 * 6.15, within(1e-9));
        // Before a full house nobody thinks between two waves.
        assertThat(Pace.of(new Prediction(33, 6, 5300), options).measure()).isCloseTo(30, within(1e-9));
    }

    @Test
    void arrivalsKnowNoCycles() throws BadOption {
        Options options = OptionsReader.read(Map.of("load.seconds", "10", "load.model", "open"));

        assertThat(Pace.of(new Prediction(1, 1, 0), options).measure()).isEqualTo(10);
    }

    @Test
    void onlyTheSteadyStateCounts() {
        List<Answer> answers = new ArrayList<>();
        // One a millisecond, from before the window until after it; slow ones outside.
        for (long at = 90 * SECOND; at < 120 * SECOND; at += 1000) {
            answers.add(answer(at, TEN_SECONDS.contains(at) ? 2000 : 9000, 200));
        }

        Measured measured = Measured.of(answers, TEN_SECONDS);

        assertThat(measured.counted()).isEqualTo(10_000);
        assertThat(measured.perSecond()).isEqualTo(1000);
        assertThat(measured.latencies().max()).isEqualTo(0.002);
    }

    @Test
    void ofFewAnswersThoseAtTheEdgesCountInPart() {
        // A user without a thought: one answer every four seconds, so 2.5 in ten.
        List<Answer> answers = LongStream.of(97, 101, 105, 109, 113)
                .mapToObj(at -> answer(at * SECOND, 4 * SECOND, 200))
                .toList();

        Measured measured = Measured.of(answers, TEN_SECONDS);

        assertThat(measured.counted()).isEqualTo(3);
        assertThat(measured.perSecond()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void refusedFailedAndIncompleteOnesAreKeptApart() {
        List<Answer> answers = List.of(
                answer(101 * SECOND, SECOND, 200),
                new Answer(102 * SECOND, SECOND, 200, false),
                answer(103 * SECOND, 1000, 503),
                answer(104 * SECOND, 1000, 503),
                answer(105 * SECOND, 1000, 500),
                answer(106 * SECOND, 1000, 0));

        Measured measured = Measured.of(answers, TEN_SECONDS);

        assertThat(measured.counted()).isEqualTo(2);
        assertThat(measured.incomplete()).isEqualTo(1);
        assertThat(measured.refusedPerSecond()).isEqualTo(0.2);
        assertThat(measured.errors()).isEqualTo(2);
        assertThat(measured.latencies().max()).as("of the good ones").isEqualTo(1);
    }

    @Test
    void theLogIsReadAsItWasWritten() throws Exception {
        AnswerLog.Writer writer = new AnswerLog.Writer();
        writer.answer(101 * SECOND, 500, 200, true);
        writer.lag(102 * SECOND, 300);
        writer.answer(103 * SECOND, 700, 503, false);
        Path file = folder.resolve("answers.csv");

        writer.write(file);
        AnswerLog log = AnswerLog.read(file);

        assertThat(log.answers())
                .containsExactly(new Answer(101 * SECOND, 500, 200, true), new Answer(103 * SECOND, 700, 503, false));
        assertThat(log.startMicros()).isEqualTo(101 * SECOND - 500);
        assertThat(log.lateness(TEN_SECONDS)).isEqualTo(0.0003);
    }

    @Test
    void theLogGrowsAsItMust() throws Exception {
        AnswerLog.Writer writer = new AnswerLog.Writer();
        for (int i = 0; i < 50_000; i++) {
            writer.answer(i, 1, 200, true);
        }
        Path file = folder.resolve("answers.csv");
        writer.write(file);

        assertThat(AnswerLog.read(file).answers()).hasSize(50_000);
    }

    private static Answer answer(long end, long micros, int status) {
        return new Answer(end, micros, status, true);
    }
}
