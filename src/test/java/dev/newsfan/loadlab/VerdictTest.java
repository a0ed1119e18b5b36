package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which rows are marked, and what is said of them. */
class VerdictTest {

    @Test
    void aRowAsPredictedHasNoCauseAndNoLimit() {
        Verdict verdict = verdict(0.95, SampleRun.CALM, 0.002);

        assertThat(verdict.cause()).isEmpty();
        assertThat(verdict.limits()).isEmpty();
    }

    @Test
    void aMachineWithNothingIdleIsTheLimit() {
        Verdict verdict = verdict(0.5, new Usage(1.2, 0.3, 0.5, 0.01, 1, 1, 1, 0.001, 100), 0.002);

        assertThat(verdict.limits()).containsExactly("machine");
        assertThat(verdict.cause())
                .hasValueSatisfying(cause -> assertThat(cause)
                        .contains("all 2 cores were busy", "the server computed on 1.20", "the users on 0.50")
                        .doesNotContain("others"));
    }

    @Test
    void othersOnTheMachineAreTold() {
        Verdict verdict = verdict(0.5, new Usage(0.5, 0.1, 0.2, 0, 1, 1, 1, 0.001, 100), 0.002);

        assertThat(verdict.cause())
                .hasValueSatisfying(
                        cause -> assertThat(cause).contains("others, which are no part of the lab, on 1.20"));
    }

    @Test
    void lateSourcesAreTheLimit() {
        Verdict verdict = verdict(0.8, new Usage(0.5, 0.9, 0.2, 0.2, 1, 1, 1, 0.4, 100), 0.002);

        assertThat(verdict.limits()).containsExactly("upstream");
        assertThat(verdict.cause()).hasValue("the sources were late by 400 ms");
    }

    @Test
    void sourcesNearTheirCeilingAreTheLimitAlsoOfARowAsPredicted() {
        Verdict verdict = verdict(1, new Usage(0.5, 0.9, 0.2, 0.2, 1, 1, 1, 0.001, 9000), 0.002);

        assertThat(verdict.limits()).containsExactly("upstream");
        assertThat(verdict.cause()).isEmpty();
    }

    @Test
    void lateUsersAreTheLimit() {
        Verdict verdict = verdict(0.8, SampleRun.CALM, 0.5);

        assertThat(verdict.limits()).containsExactly("users");
        assertThat(verdict.cause()).hasValue("the users were late by 500 ms");
    }

    @Test
    void otherwiseItIsTheServersOwn() {
        assertThat(verdict(0.8, SampleRun.CALM, 0.002).cause())
                .hasValueSatisfying(
                        cause -> assertThat(cause).contains("each request took 500 ms beyond", "the server's own"));
    }

    @Test
    void whatIsNotMeasuredIsNoLimit() {
        assertThat(verdict(0.8, Usage.UNKNOWN, Double.NaN).limits()).isEmpty();
    }

    private static Verdict verdict(double part, Usage usage, double generatorLateness) {
        Row row = SampleRun.row(SampleRun.step(), part, usage);
        return new Verdict(
                new Row(row.step(), row.measured(), usage, generatorLateness, row.gatling()), SampleRun.ALONE, 2);
    }
}
