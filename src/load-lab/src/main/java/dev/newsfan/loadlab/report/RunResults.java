package dev.newsfan.loadlab.report;

import dev.newsfan.loadlab.plan.LoadPlan;
import java.time.Instant;
import java.util.List;

/** All that a run has found. */
public record RunResults(Instant at, LoadPlan plan, SourceBaseline baseline, List<StepResult> steps) {

    /**
     * What the sources and the load generator can do without the service between them.
     *
     * @param ceiling calls per second when each is answered at once
     * @param inFlight calls at a time, as many as the largest step will have; 0 if that was not tried
     * @param predictedPerSecond calls per second that this makes with the delay of the run
     * @param perSecond calls per second that were measured
     * @param lateness how late the sources' answers were, in seconds
     */
    public record SourceBaseline(
            double ceiling, int inFlight, double predictedPerSecond, double perSecond, double lateness) {

        /** Where calls take no time, or where there are none, and then with no ceiling: the rest is not known. */
        public static SourceBaseline ofCeiling(double ceiling) {
            return new SourceBaseline(ceiling, 0, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    public Diagnosis diagnosis(StepResult step) {
        return new Diagnosis(step, baseline, plan.machine().cores());
    }
}
