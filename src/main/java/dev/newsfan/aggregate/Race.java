package dev.newsfan.aggregate;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import dev.newsfan.timeline.Step;
import dev.newsfan.timeline.StepKind;
import dev.newsfan.timeline.TraceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the same request in several modes at the same time and tells what happens: the real fan-outs, watched. */
@Singleton
public class Race {

    private static final Logger LOG = Logger.getLogger(Race.class);

    private final NewsAggregator aggregator;
    private final boolean explained;

    Race(NewsAggregator aggregator, NewsfanConfig config) {
        this.aggregator = aggregator;
        this.explained = config.explain();
    }

    /**
     * Runs the modes when subscribed to, which has to be on an event loop. Cancelling it cancels their calls.
     *
     * @param step that of the request; it has one for each mode within it
     * @return emits each mode's events in their order, and those of different modes as they come; it never fails
     */
    public Multi<RaceEvent> run(Collection<Mode> modes, NewsQuery query, Budget budget, Step step) {
        // Each source starts and answers once; then there is an end.
        int mostEvents = 2 * query.sources().size() + 1;
        List<Multi<RaceEvent>> lanes = modes.stream()
                .map(mode ->
                        EventLoopEmitter.<RaceEvent>events(mostEvents, lane -> run(mode, query, budget, step, lane)))
                .toList();
        return Multi.createBy().merging().withConcurrency(modes.size()).streams(lanes);
    }

    private Cancellable run(Mode mode, NewsQuery query, Budget budget, Step step, EventLoopEmitter<RaceEvent> lane) {
        Explained own = Explained.of(StepKind.LANE, budget.spent(), step.begin(StepKind.LANE), explained);
        return aggregator
                .ask(mode, query, budget, own.step(), progress -> lane.emit(RaceEvent.of(mode, progress)))
                .<RaceEvent>map(digest -> RaceEvent.Summary.of(mode, digest, own.explanation()))
                .onFailure()
                .invoke(e -> LOG.errorf(e, "The race broke in %s mode%s", mode.word(), TraceId.mark(step.trace())))
                .onFailure()
                .recoverWithItem(new RaceEvent.Broken(mode))
                .onTermination()
                .invoke(own.step()::end)
                .subscribe()
                .with(lane::end);
    }
}
