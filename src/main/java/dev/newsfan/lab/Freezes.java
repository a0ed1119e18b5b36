package dev.newsfan.lab;

import dev.newsfan.http.AtCapacityException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** The experiments that freeze an event loop: one at a time, so that each sees its own freeze only. */
@Singleton
class Freezes {

    private final ExclusiveRun turn = new ExclusiveRun("Another experiment that watches the event loops is under way");
    private final EventLoops loops;

    Freezes(EventLoops loops) {
        this.loops = loops;
    }

    /** Runs one in its turn, to its end. Fails with {@link AtCapacityException} if another is under way. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> experiment) {
        return turn.run(experiment);
    }

    /** What is to be said of freezing this loop, if anything is. */
    Optional<String> note(String loop) {
        if (loops.isWatched(loop)) {
            return Optional.of("Every event loop delivers beats to somebody, so those of " + loop
                    + " see the freeze only when it is over. The times of the beats are right all the same.");
        }
        return loop.equals(Thread.currentThread().getName())
                ? Optional.empty()
                : Optional.of("The loop of this request delivers beats to somebody, so another one is taken.");
    }
}
