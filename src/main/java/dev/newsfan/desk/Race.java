package dev.newsfan.desk;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Progress;
import dev.newsfan.news.Delivery;
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

    private final NewsDesk desk;
    private final Timers timers;

    Race(NewsDesk desk, Timers timers) {
        this.desk = desk;
        this.timers = timers;
    }

    /**
     * Runs the modes when subscribed to, which has to be on an event loop. Cancelling it cancels their calls.
     *
     * @return emits each mode's events in their order, and those of different modes as they come; it never fails
     */
    public Multi<RaceEvent> run(Collection<Mode> modes, NewsQuery query, Budget budget) {
        List<Multi<RaceEvent>> lanes =
                modes.stream().map(mode -> lane(mode, query, budget)).toList();
        return Multi.createBy().merging().withConcurrency(modes.size()).streams(lanes);
    }

    private Multi<RaceEvent> lane(Mode mode, NewsQuery query, Budget budget) {
        // Each source starts and answers once; then there is an end.
        int mostEvents = 2 * query.sources().size() + 1;
        return Multi.createFrom()
                .deferred(
                        () -> Relay.events(timers.thisEventLoop(), mostEvents, lane -> run(mode, query, budget, lane)));
    }

    private Cancellable run(Mode mode, NewsQuery query, Budget budget, Relay<RaceEvent> lane) {
        NewsRequest request = new NewsRequest(query, budget, progress -> lane.emit(event(mode, progress)));
        return desk.ask(mode, request)
                .<RaceEvent>map(digest -> new RaceEvent.Finished(mode, digest))
                .onFailure()
                .invoke(e -> LOG.errorf(e, "The race broke in %s mode", mode.word()))
                .onFailure()
                .recoverWithItem(new RaceEvent.Broken(mode))
                .subscribe()
                .with(lane::end);
    }

    private static RaceEvent event(Mode mode, Progress<Delivery> progress) {
        return switch (progress) {
            case Progress.Started<Delivery>(var source, var at, var thread) ->
                new RaceEvent.Started(mode, source, at, thread);
            case Progress.Answered<Delivery>(var reply) -> new RaceEvent.Answered(mode, Reports.of(reply));
        };
    }
}
