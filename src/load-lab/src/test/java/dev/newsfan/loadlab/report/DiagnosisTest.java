package dev.newsfan.loadlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.loadlab.plan.LoadStep;
import dev.newsfan.loadlab.plan.StepSchedule.MeasurementWindow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps are marked, and what is said of them. */
class DiagnosisTest {

    private static final LoadStep STEP = SampleRun.results(Map.of("load.users", "1000", "load.modes", "async"))
            .plan()
            .steps()
            .getFirst();

    @Test
    void aStepAsPredictedHasNoCauseAndNoLimit() {
        Diagnosis diagnosis = diagnosis(0.95, SampleRun.CALM, 0.002);

        assertThat(diagnosis.cause()).isEmpty();
        assertThat(diagnosis.limits()).isEmpty();
    }

    @Test
    void aMachineWithNothingIdleIsTheLimit() {
        Diagnosis diagnosis = diagnosis(0.5, usage(1.2, 0.3, 0.5, 0.01, 0.001, 100), 0.002);

        assertThat(diagnosis.limits()).containsExactly("machine");
        assertThat(diagnosis.cause().orElseThrow())
                .contains("all 2 cores were busy", "the server computed on 1.20", "the users on 0.50")
                .doesNotContain("others");
    }

    @Test
    void othersOnTheMachineAreTold() {
        assertThat(diagnosis(0.5, usage(0.5, 0.1, 0.2, 0, 0.001, 100), 0.002)
                        .cause()
                        .orElseThrow())
                .contains("others, which are no part of the lab, on 1.20");
    }

    @Test
    void lateSourcesAreTheLimit() {
        Diagnosis diagnosis = diagnosis(0.8, usage(0.5, 0.9, 0.2, 0.2, 0.4, 100), 0.002);

        assertThat(diagnosis.limits()).containsExactly("upstream");
        assertThat(diagnosis.cause()).hasValue("the sources were late by 400 ms");
    }

    @Test
    void sourcesNearTheirCeilingAreALimitAnyway() {
        Diagnosis diagnosis = diagnosis(1, usage(0.5, 0.9, 0.2, 0.2, 0.001, 9000), 0.002);

        assertThat(diagnosis.limits()).containsExactly("upstream");
        assertThat(diagnosis.cause()).isEmpty();
    }

    @Test
    void lateUsersAreTheLimit() {
        Diagnosis diagnosis = diagnosis(0.8, SampleRun.CALM, 0.5);

        assertThat(diagnosis.limits()).containsExactly("users");
        assertThat(diagnosis.cause()).hasValue("the users were late by 500 ms");
    }

    @Test
    void otherwiseItIsTheServersOwn() {
        assertThat(diagnosis(0.8, SampleRun.CALM, 0.002).cause().orElseThrow())
                .contains("each request took 500 ms beyond", "the server's own");
    }

    @Test
    void aStepWithoutAnswersSaysSo() {
        StepMeasurement none = StepMeasurement.of(List.of(), new MeasurementWindow(0, 1));
        StepResult result = new StepResult(STEP, none, ResourceUsage.UNKNOWN, Double.NaN, "");

        assertThat(new Diagnosis(result, SampleRun.BASELINE, 2).cause()).hasValue("only 0 answers counted");
    }

    @Test
    void whatIsNotMeasuredIsNoLimit() {
        assertThat(diagnosis(0.8, ResourceUsage.UNKNOWN, Double.NaN).limits()).isEmpty();
    }

    private static ResourceUsage usage(
            double server, double sources, double users, double idle, double sourceLateness, double callsPerSecond) {
        return new ResourceUsage(server, sources, users, idle, 1, 1, 1, sourceLateness, callsPerSecond);
    }

    private static Diagnosis diagnosis(double part, ResourceUsage usage, double userLateness) {
        return new Diagnosis(SampleRun.result(STEP, part, usage, userLateness), SampleRun.BASELINE, 2);
    }
}
