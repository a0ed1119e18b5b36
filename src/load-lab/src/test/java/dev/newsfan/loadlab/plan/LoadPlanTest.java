package dev.newsfan.loadlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    @Test
    void everyModeGetsEveryNumberOfUsers() {
        LoadPlan plan = plan(2, Map.of("load.modes", "async,sync", "load.users", "10,1"));

        assertThat(plan.steps())
                .extracting(step -> step.mode() + " " + step.users())
                .containsExactly("ASYNC 1", "ASYNC 10", "SYNC 1", "SYNC 10");
        assertThat(plan.steps(LoadedMode.SYNC)).hasSize(2);
    }

    @Test
    void theSourcesAreTriedWithAsManyCallsAsWillCome() {
        assertThat(plan(2, Map.of("load.users", "1000")).concurrentCalls()).isEqualTo(2790);
        assertThat(plan(2, Map.of("load.users", "8000", "load.limit", "8000")).concurrentCalls())
                .isEqualTo(10_000);
    }

    @Nested
    class ServerLimits {

        @Test
        void areTheServicesOwnWithoutOptions() {
            LoadPlan plan = plan(2, Map.of());

            assertThat(plan.capacity(LoadedMode.SYNC)).isEqualTo(new ServerCapacity(184, 200, 184));
            assertThat(plan.capacity(LoadedMode.ASYNC)).isEqualTo(new ServerCapacity(1000, 200, 1000));
            assertThat(plan.serviceSettings()).containsOnlyKeys("newsfan.budget");
        }

        @Test
        void growWithTheCores() {
            assertThat(plan(32, Map.of()).capacity(LoadedMode.SYNC).workers()).isEqualTo(256);
        }

        @Test
        void areToldToEachMode() {
            assertThat(plan(2, Map.of("load.limit", "4000")).serviceSettings())
                    .containsEntry("newsfan.limits.sync", "4000")
                    .containsEntry("newsfan.limits.async", "4000")
                    .containsEntry("newsfan.limits.virtual", "4000");
        }

        @Test
        void letUsersWaitForOneWorkerWithinTheBudget() {
            LoadPlan plan = plan(2, Map.of("load.workers", "1", "load.users", "1,10", "load.delay", "1s"));

            assertThat(plan.serviceSettings())
                    .containsEntry("quarkus.thread-pool.max-threads", "1")
                    .containsEntry("newsfan.limits.sync", "32")
                    // Ten users, three seconds each, one after another: 30 s less a thought; twice that, and ten
                    // seconds.
                    .containsEntry("newsfan.budget", "69700ms");
        }

        @Test
        void haveRoomForAllWhoWait() {
            assertThat(plan(2, Map.of("load.target", "wait", "load.users", "100"))
                            .serviceSettings())
                    .containsEntry("newsfan.lab.enabled", "true")
                    .containsEntry("newsfan.lab.limit", "100")
                    .doesNotContainKey("newsfan.limits.sync");
        }
    }

    @Nested
    class AStep {

        @Test
        void lastsFiveResponseTimesInWholeCycles() {
            LoadOptions options = OptionParser.parse(Map.of("load.seconds", "10"));

            assertThat(measure(new StepPrediction(1, 1, 0), options)).isCloseTo(9 * 1.15, within(1e-9));
            assertThat(measure(new StepPrediction(1, 6, 0), options)).isCloseTo(5 * 6.15, within(1e-9));
        }

        @Test
        void knowsNoThoughtBetweenWavesIfOthersWait() {
            LoadOptions options = OptionParser.parse(Map.of("load.seconds", "10"));

            assertThat(measure(new StepPrediction(33, 6, 5300), options)).isCloseTo(30, within(1e-9));
        }

        @Test
        void knowsNoCyclesOfArrivals() {
            LoadOptions options = OptionParser.parse(Map.of("load.seconds", "10", "load.model", "open"));

            assertThat(measure(new StepPrediction(1, 1, 0), options)).isEqualTo(10);
        }

        @Test
        void countsWhenAllHaveComeAndTheFirstAreServed() {
            MeasurementWindow window = new StepSchedule(2, 3, 30, 4).window(1_000_000_000);

            assertThat(window).isEqualTo(new MeasurementWindow(1_005_000_000, 1_035_000_000));
            assertThat(window.contains(1_005_000_000)).isTrue();
            assertThat(window.contains(1_035_000_000)).isFalse();
        }

        private static double measure(StepPrediction prediction, LoadOptions options) {
            return StepSchedule.of(prediction, options).measure();
        }
    }

    private static LoadPlan plan(int cores, Map<String, String> options) {
        Machine machine = new Machine(cores, "a processor", 8e9, 8e9, 20_000, 28_000, "Linux", "25");
        return LoadPlan.of(OptionParser.parse(options), machine);
    }
}
