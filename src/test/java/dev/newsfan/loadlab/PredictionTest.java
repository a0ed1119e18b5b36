package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newsfan.loadlab.Prediction.Load;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is predicted, against numbers that were worked out by hand. */
class PredictionTest {

    private static final double A_LITTLE = 0.001;

    @ParameterizedTest(name = "{0}, {1} users: {2}/s of {3} s")
    @CsvSource({
        "SYNC,     1,     0.163,  6",
        "SYNC,   100,    16.260,  6",
        // All of the 200 workers are busy, and as many requests are let in.
        "SYNC,  1000,    33.333,  6",
        "ASYNC,    1,     0.465,  2",
        "ASYNC, 1000,   465.116,  2",
        "VIRTUAL, 1000, 465.116,  2",
        "BARE, 1000,    465.116,  2",
        // More than are let in.
        "ASYNC, 4000,   500.000,  2",
    })
    void threeSourcesOfTwoSecondsWithTheServicesOwnLimits(Line line, int users, double perSecond, double latency) {
        House house = line == Line.SYNC ? new House(200, 200, 2200) : new House(1000, 200, 2200);

        Prediction prediction = Prediction.of(line, closed(users), house);

        assertThat(prediction.perSecond()).isCloseTo(perSecond, within(A_LITTLE));
        assertThat(prediction.latency()).isCloseTo(latency, within(A_LITTLE));
    }

    @Test
    void usersBeyondTheWorkersWaitInLineIfTheLimitLetsThemIn() {
        Prediction prediction = Prediction.of(Line.SYNC, closed(1000), new House(1000, 200, 3000));

        assertThat(prediction.perSecond()).isCloseTo(200 / 6.0, within(A_LITTLE));
        // Little: a thousand users, of whom some think, at 33.3 a second.
        assertThat(prediction.latency()).isCloseTo(1000 / (200 / 6.0) - 0.15, within(A_LITTLE));
        assertThat(prediction.refusedPerSecond()).isZero();
    }

    @Test
    void tenUsersWaitTenSecondsForOneWorker() {
        var load = new Load(Model.CLOSED, 10, 1, 1, 0);

        assertThat(Prediction.of(Line.SYNC, load, new House(10, 1, 100))).isEqualTo(new Prediction(1, 10, 0));
        assertThat(Prediction.of(Line.ASYNC, load, new House(10, 1, 100))).isEqualTo(new Prediction(10, 1, 0));
    }

    @Test
    void whatExceedsTheLimitIsRefusedAndComesAgainAfterAThought() {
        Prediction prediction = Prediction.of(Line.ASYNC, closed(4000), new House(1000, 200, 4000));

        // 3,000 are not in the house but think; each comes after 0.15 s, and 500 a second find a place.
        assertThat(prediction.refusedPerSecond()).isCloseTo(3000 / 0.15 - 500, within(A_LITTLE));
    }

    @ParameterizedTest
    @CsvSource({"SYNC, 200", "ASYNC, 1000", "VIRTUAL, 1000", "BARE, 1000"})
    void nobodyIsRefusedWhileAllHaveRoom(Line line, int users) {
        assertThat(Prediction.of(line, closed(users), new House(users, 200, 4000))
                        .refusedPerSecond())
                .isZero();
    }

    @Test
    void asManyCallsAsConnections() {
        Prediction prediction = Prediction.of(Line.ASYNC, closed(1000), new House(1000, 200, 50));

        assertThat(prediction.perSecond()).isEqualTo(25);
        assertThat(prediction.latency()).isCloseTo(1000 / 25.0 - 0.15, within(A_LITTLE));
    }

    @Test
    void sourcesThatAnswerAtOnceLeaveNothingButTheThinking() {
        var load = new Load(Model.CLOSED, 100, 0, 3, 0.15);

        Prediction prediction = Prediction.of(Line.SYNC, load, new House(200, 200, 2200));

        assertThat(prediction.perSecond()).isCloseTo(100 / 0.15, within(A_LITTLE));
        assertThat(prediction.latency()).isCloseTo(0, within(A_LITTLE));
        assertThat(prediction.refusedPerSecond()).isZero();
    }

    @ParameterizedTest(name = "{0}, {1} arrivals/s: {2}/s of {3} s, {4}/s refused")
    @CsvSource({
        "SYNC,    10,   10,      6,   0",
        "SYNC,   100,   33.333,  6,  66.667",
        "ASYNC,  100,  100,      2,   0",
        "ASYNC, 1000,  500,      2, 500",
    })
    void arrivalsAreServedAsFarAsTheHouseCan(
            Line line, int arrivals, double perSecond, double latency, double refused) {
        House house = line == Line.SYNC ? new House(200, 200, 2200) : new House(1000, 200, 2200);

        Prediction prediction = Prediction.of(line, new Load(Model.OPEN, arrivals, 2, 3, 0.15), house);

        assertThat(prediction.perSecond()).isCloseTo(perSecond, within(A_LITTLE));
        assertThat(prediction.latency()).isCloseTo(latency, within(A_LITTLE));
        assertThat(prediction.refusedPerSecond()).isCloseTo(refused, within(A_LITTLE));
    }

    private static Load closed(int users) {
        return new Load(Model.CLOSED, users, 2, 3, 0.15);
    }
}
