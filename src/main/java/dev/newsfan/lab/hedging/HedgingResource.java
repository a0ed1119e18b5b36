package dev.newsfan.lab.hedging;

import dev.newsfan.config.HedgeAfter;
import dev.newsfan.http.Clock;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.Hedge;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls of which one in twenty takes ten times as long, as they come, or under the policy that makes a slow one a second time. */
@Experiment
@Named("hedging")
@Path("/lab/hedging")
class HedgingResource implements Predictor {

    /** Each as soon as one of those before has its answer. */
    private static final int AT_A_TIME = 10;

    private static final int LEAST = 20;
    private static final int MOST = 1000;
    private static final int USUAL = 400;

    /** What no call exceeds but a slow one. */
    private static final Duration PATIENCE = SlowNowAndThen.USUAL.multipliedBy(2);

    private final Clock clock;

    HedgingResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    public Uni<Answer> hedging(@BeanParam LabRequest request) {
        Run run = Run.of(request);
        SlowNowAndThen farEnd = new SlowNowAndThen(clock);
        Ask ask = run.hedged ? hedge().around(farEnd) : farEnd;
        return Multi.createFrom()
                .range(0, run.calls)
                .onItem()
                .transformToUni(call -> timed(ask, request))
                .merge(AT_A_TIME)
                .collect()
                .asList()
                .map(times -> Answer.of(run, Figures.measured(request.spent(), times, farEnd.calls())));
    }

    private Hedge hedge() {
        HedgeAfter patience = new HedgeAfter(Optional.empty(), Optional.of(PATIENCE));
        return new Hedge(patience, new ClockTiming(clock), new PolicyEvents());
    }

    private static Uni<Duration> timed(Ask ask, LabRequest request) {
        return Uni.createFrom().deferred(() -> {
            Duration begun = request.spent();
            return ask.ask(Question.NONE).map(answer -> request.spent().minus(begun));
        });
    }

    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        Run run = Run.of(request);
        return List.of(prediction("plain", new Run(false, run.calls)), prediction("hedged", new Run(true, run.calls)));
    }

    private static Prediction<Figures> prediction(String variant, Run run) {
        Figures predicted = Figures.predicted(run);
        return new Prediction<>(variant, predicted, List.of(Bar.of(1, Optional.of(predicted.totalTime))));
    }

    private record Run(boolean hedged, int calls) {
        static Run of(LabRequest request) {
            Parameters given = request.fields("hedged", "calls");
            boolean hedged = given.word("hedged", "false", "true").equals("true");
            return new Run(hedged, given.number("calls", LEAST, MOST, USUAL));
        }

        /** A slow one, or one that is made a second time when it is known to be slow. */
        Duration slow() {
            return hedged ? PATIENCE.plus(SlowNowAndThen.USUAL) : SlowNowAndThen.SLOW;
        }
    }

    record Answer(boolean hedged, int calls, String thread, Figures predicted, Figures measured) {
        private static Answer of(Run run, Figures measured) {
            return new Answer(
                    run.hedged, run.calls, Thread.currentThread().getName(), Figures.predicted(run), measured);
        }
    }

    /**
     * Of all calls, and the times within which 50, 95 and 99 of 100 had their answers; empty is what nobody predicts.
     *
     * @param callsMade that came to the far end
     */
    @RegisterForReflection
    record Figures(Duration totalTime, Duration p50, Optional<Duration> p95, Duration p99, int callsMade) {

        /** One in twenty is slow, so that the 95th of 100 is either. */
        static Figures predicted(Run run) {
            Duration twenty =
                    SlowNowAndThen.USUAL.multipliedBy(SlowNowAndThen.ONE_IN - 1).plus(run.slow());
            Duration all = twenty.multipliedBy(run.calls).dividedBy((long) SlowNowAndThen.ONE_IN * AT_A_TIME);
            int again = run.hedged ? run.calls / SlowNowAndThen.ONE_IN : 0;
            return new Figures(all, SlowNowAndThen.USUAL, Optional.empty(), run.slow(), run.calls + again);
        }

        static Figures measured(Duration all, List<Duration> times, int callsMade) {
            List<Duration> sorted = times.stream().sorted().toList();
            return new Figures(
                    all,
                    percentile(sorted, 50),
                    Optional.of(percentile(sorted, 95)),
                    percentile(sorted, 99),
                    callsMade);
        }

        private static Duration percentile(List<Duration> sorted, int percent) {
            return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
        }
    }
}
