package dev.newsfan.loadlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import dev.newsfan.loadlab.report.StepMeasurement.LatencyPercentiles;
import dev.newsfan.loadlab.users.ResponseLog.ResponseSample;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of single responses. */
class StepMeasurementTest {

    private static final long SECOND = 1_000_000;
    private static final MeasurementWindow TEN_SECONDS = new MeasurementWindow(100 * SECOND, 110 * SECOND);

    @Test
    void onlyTheSteadyStateCounts() {
        // One a millisecond, from before the window until after it; slow ones outside.
        List<ResponseSample> responses = LongStream.range(90_000, 120_000)
                .map(millis -> millis * 1000)
                .mapToObj(at -> response(at, TEN_SECONDS.contains(at) ? 2000 : 9000, 200))
                .toList();

        StepMeasurement measurement = StepMeasurement.of(responses, TEN_SECONDS);

        assertThat(measurement.counted()).isEqualTo(10_000);
        assertThat(measurement.perSecond()).isEqualTo(1000);
        assertThat(measurement.latencies().max()).isEqualTo(0.002);
    }

    @Test
    void ofFewThoseAtTheEdgesCountInPart() {
        // A user without a thought: one answer every four seconds, so 2.5 in ten.
        List<ResponseSample> responses = LongStream.of(97, 101, 105, 109, 113)
                .mapToObj(at -> response(at * SECOND, 4 * SECOND, 200))
                .toList();

        StepMeasurement measurement = StepMeasurement.of(responses, TEN_SECONDS);

        assertThat(measurement.counted()).isEqualTo(3);
        assertThat(measurement.perSecond()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void refusedFailedAndIncompleteAreKeptApart() {
        List<ResponseSample> responses = List.of(
                response(101 * SECOND, SECOND, 200),
                new ResponseSample(102 * SECOND, SECOND, 200, false),
                response(103 * SECOND, 1000, 503),
                response(104 * SECOND, 1000, 503),
                response(105 * SECOND, 1000, 500),
                response(106 * SECOND, 1000, 0));

        StepMeasurement measurement = StepMeasurement.of(responses, TEN_SECONDS);

        assertThat(measurement.counted()).isEqualTo(2);
        assertThat(measurement.incomplete()).isEqualTo(1);
        assertThat(measurement.refusedPerSecond()).isEqualTo(0.2);
        assertThat(measurement.errors()).isEqualTo(2);
        assertThat(measurement.latencies().max()).as("of the good ones").isEqualTo(1);
    }

    @Nested
    class Percentiles {

        @Test
        void areAnswersThatThereWere() {
            assertThat(LatencyPercentiles.ofMicros(
                            LongStream.rangeClosed(1, 1000).map(i -> i * 1000)))
                    .isEqualTo(new LatencyPercentiles(0.5005, 0.5, 0.95, 0.99, 0.999, 1));
        }

        @Test
        void areTheSameOfOneAnswer() {
            assertThat(LatencyPercentiles.ofMicros(LongStream.of(SECOND)))
                    .isEqualTo(new LatencyPercentiles(1, 1, 1, 1, 1, 1));
        }

        @Test
        void areNotKnownOfNone() {
            assertThat(LatencyPercentiles.ofMicros(LongStream.empty()).mean()).isNaN();
            assertThat(LatencyPercentiles.ofMicros(LongStream.empty()).p99()).isNaN();
        }
    }

    private static ResponseSample response(long end, long micros, int status) {
        return new ResponseSample(end, micros, status, true);
    }
}
