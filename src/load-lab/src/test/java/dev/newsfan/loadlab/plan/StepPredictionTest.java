package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is predicted, against numbers that were worked out by hand: sources of two seconds, a thought of 0.15 s. */
class StepPredictionTest {

    @ParameterizedTest(name = "{0} users, limit {1}, {2} workers, {3} connections: {4}/s of {5} s, {6}/s refused")
    @CsvSource({
        "   1,  200, 200, 2200,  0.163, 6,    0",
        " 100,  200, 200, 2200, 16.260, 6,    0",
        " 200,  200, 200, 2200, 32.520, 6,    0",
        // All of the 200 workers are busy, and as many requests are let in; the other 800 think, and come again.
        "1000,  200, 200, 2200, 33.333, 6, 5300",
        // The others are let in and wait. Little: a thousand users, of whom some think, at 33.3 a second.
        "1000, 1000, 200, 3000, 33.333, 29.85, 0",
    })
    void oneSourceAfterAnotherTakesAWorker(
            int users, int limit, int workers, int connections, double perSecond, double latency, double refused) {
        check(
                LoadedMode.SYNC,
                users,
                new ServerCapacity(limit, workers, connections),
                Map.of(),
                new StepPrediction(perSecond, latency, refused));
    }

    @ParameterizedTest(name = "{0} of {1}, limit {2}, {3} connections: {4}/s of {5} s, {6}/s refused")
    @CsvSource({
        "ASYNC,      1, 1000, 2200,   0.465, 2,     0",
        "ASYNC,   1000, 1000, 2200, 465.116, 2,     0",
        "VIRTUAL, 1000, 1000, 2200, 465.116, 2,     0",
        "BARE,    1000, 1000, 1000, 465.116, 2,     0",
        "PARTS,   1000, 1000, 1000, 465.116, 2,     0",
        // 3,000 are not let in but think; each comes after 0.15 s, and 500 a second find a place.
        "ASYNC,   4000, 1000, 2200, 500,     2, 19500",
        // As many calls as connections.
        "ASYNC,   1000, 1000,   50,  25, 39.85,     0",
    })
    void concurrentSourcesTakeAConnectionEach(
            LoadedMode mode, int users, int limit, int connections, double perSecond, double latency, double refused) {
        check(
                mode,
                users,
                new ServerCapacity(limit, 200, connections),
                Map.of(),
                new StepPrediction(perSecond, latency, refused));
    }

    @ParameterizedTest(name = "{0}: {1}/s of {2} s")
    @CsvSource({"SYNC, 1, 10", "ASYNC, 10, 1"})
    void tenUsersOfOneWorkerWaitTenSeconds(LoadedMode mode, double perSecond, double latency) {
        Map<String, String> oneSecond = Map.of("load.delay", "1s", "load.sources", "1", "load.think", "0s");

        check(mode, 10, new ServerCapacity(10, 1, 100), oneSecond, new StepPrediction(perSecond, latency, 0));
    }

    @ParameterizedTest
    @CsvSource({"SYNC", "ASYNC"})
    void withSourcesThatAnswerAtOnceUsersOnlyThink(LoadedMode mode) {
        check(
                mode,
                100,
                new ServerCapacity(200, 200, 2200),
                Map.of("load.delay", "0s"),
                new StepPrediction(100 / 0.15, 0, 0));
    }

    @ParameterizedTest(name = "{0}, {1} arrivals/s: {3}/s of {4} s, {5}/s refused")
    @CsvSource({
        "SYNC,    10,  200,  10,     6,   0",
        "SYNC,   100,  200,  33.333, 6,  66.667",
        "ASYNC,  100, 1000, 100,     2,   0",
        "ASYNC, 1000, 1000, 500,     2, 500",
    })
    void arrivalsAreServedAsFarAsTheServerCan(
            LoadedMode mode, int arrivals, int limit, double perSecond, double latency, double refused) {
        check(
                mode,
                arrivals,
                new ServerCapacity(limit, 200, 2200),
                Map.of("load.model", "open"),
                new StepPrediction(perSecond, latency, refused));
    }

    private static void check(
            LoadedMode mode, int users, ServerCapacity capacity, Map<String, String> options, StepPrediction expected) {
        StepPrediction prediction = StepPrediction.of(mode, users, capacity, OptionParser.parse(options));

        assertThat(prediction.perSecond()).isCloseTo(expected.perSecond(), within(0.001));
        assertThat(prediction.latency()).isCloseTo(expected.latency(), within(0.001));
        assertThat(prediction.refusedPerSecond()).isCloseTo(expected.refusedPerSecond(), within(0.001));
    }
}
