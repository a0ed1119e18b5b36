package dev.newsfan.fanout;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;

/** Asks all at once and waits on no thread: as long as the longest call. */
public final class AsyncMode {

    private final Deadlines deadlines;

    /** @param deadlines are met where the caller wants to go on when the last call has missed its own */
    public AsyncMode(Deadlines deadlines) {
        this.deadlines = Objects.requireNonNull(deadlines, "deadlines");
    }

    /**
     * Makes all calls on the thread that subscribes, which can be any and isn't blocked. Each subscription asks anew, within
     * the same budget. Cancelling it cancels the calls under way, on the thread that cancels. A call's progress is told where
     * it starts and on the thread that brings its outcome: the call's own, or that of its deadline.
     *
     * @return emits the replies, in the order of the calls, on the thread that brought the last outcome; it never fails
     */
    public <T> Uni<List<Reply<T>>> ask(FanOut<T> fanOut) {
        if (fanOut.calls().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<Reply<T>>> replies =
                fanOut.calls().stream().map(call -> reply(fanOut, call)).toList();
        return Uni.combine().all().unis(replies).with(AsyncMode::inOrder);
    }

    private <T> Uni<Reply<T>> reply(FanOut<T> fanOut, Call<T> call) {
        return Uni.createFrom().deferred(() -> {
            CallExecution<T> execution = CallExecution.start(fanOut, call);
            return execution.outcome(deadlines).map(execution::reply);
        });
    }

    /** Uni.combine() forgets the type of its items, but keeps their order. */
    @SuppressWarnings("unchecked")
    private static <T> List<Reply<T>> inOrder(List<?> replies) {
        return (List<Reply<T>>) replies;
    }
}
