package dev.newsfan.lab;

import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.http.AtCapacityException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Something that only one experiment may do at a time, as two would spoil each other's measurement. */
final class ExclusiveRun {

    private final String what;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** @param what a clause for those who come too late, such as "another run is under way" */
    ExclusiveRun(String what) {
        this.what = what;
    }

    /** Takes the turn for as long as the visit lasts. */
    void takeFor(AdmittedRequest visit) throws AtCapacityException {
        if (!taken.compareAndSet(false, true)) {
            throw new AtCapacityException(what);
        }
        visit.whenEnded(() -> taken.set(false));
    }

    /**
     * Takes the turn when subscribed to, and gives it back when the work has ended, not when nobody waits for it any more:
     * work that can't be cancelled would otherwise pile up behind the backs of those who come next.
     *
     * @return fails with {@link AtCapacityException} if another has the turn
     */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(done -> {
            if (!taken.compareAndSet(false, true)) {
                done.fail(new AtCapacityException(what));
                return;
            }
            work.get()
                    .onTermination()
                    .invoke(() -> taken.set(false))
                    .subscribe()
                    .with(done::complete, done::fail);
        });
    }
}
