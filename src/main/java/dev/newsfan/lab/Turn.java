package dev.newsfan.lab;

import dev.newsfan.http.Busy;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Something that only one experiment may do at a time, as two would spoil each other's measurement. */
final class Turn {

    private final String what;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** @param what a clause for those who come too late, such as "another run is under way" */
    Turn(String what) {
        this.what = what;
    }

    /** Takes the turn; to be given back by the result, once or more often. */
    Runnable take() throws Busy {
        if (!taken.compareAndSet(false, true)) {
            throw new Busy(what);
        }
        AtomicBoolean mine = new AtomicBoolean(true);
        return () -> {
            if (mine.compareAndSet(true, false)) {
                taken.set(false);
            }
        };
    }

    /** Runs something in its turn. */
    <T> Uni<T> run(Supplier<Uni<T>> work) throws Busy {
        Runnable giveBack = take();
        return work.get().onTermination().invoke(giveBack);
    }
}
