package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Asks all at once and waits on no thread: as long as the longest call. */
public final class AsyncMode {

    private final ScheduledExecutorService timer;

    /** @param timer runs the deadlines, and what follows a call that missed its own */
    public AsyncMode(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Makes all calls on subscription. Cancelling the subscription cancels the calls under way.
     *
     * @return emits the replies, in the order of the calls; it never fails
     */
    public <T> Uni<List<Reply<T>>> ask(FanOut<T> fanOut) {
        if (fanOut.calls().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<Reply<T>>> running =
                fanOut.calls().stream().map(call -> reply(fanOut, call)).toList();
        return Uni.combine().all().unis(running).with(AsyncMode::inOrder);
    }

    private <T> Uni<Reply<T>> reply(FanOut<T> fanOut, Call<T> call) {
        return Uni.createFrom().deferred(() -> {
            CallExecution<T> running = CallExecution.start(fanOut, call);
            return running.outcome(timer).map(running::reply);
        });
    }

    /** Uni.combine() forgets the type of its items, but keeps their order. */
    @SuppressWarnings("unchecked")
    private static <T> List<Reply<T>> inOrder(List<?> replies) {
        return (List<Reply<T>>) replies;
    }
}
