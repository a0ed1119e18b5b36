package dev.newsfan.http;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Something that only one experiment may do at a time, as two would spoil each other's measurement. Safe for all threads. */
public final class ExclusiveRun {

    private final ConcurrencyLimiter one;

    /** @param what a clause for those who come too late, such as "another run is under way" */
    public ExclusiveRun(String what) {
        this.one = new ConcurrencyLimiter(1, what);
    }

    /** Holds it until the request ends. */
    public void holdFor(AdmittedRequest request) throws AtCapacityException {
        request.whenEnded(one.acquire().orElseThrow(() -> new AtCapacityException(one.full()))::release);
    }

    /**
     * Holds it from the subscription on until the work has ended, not until nobody waits for it any more: work that can't be
     * cancelled would otherwise pile up behind the backs of those who come next.
     *
     * @return fails with {@link AtCapacityException} if another holds it
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(done -> one.acquire()
                        .ifPresentOrElse(
                                permit -> Uni.createFrom()
                                        .deferred(work::get)
                                        .onTermination()
                                        .invoke(permit::release)
                                        .subscribe()
                                        .with(done::complete, done::fail),
                                () -> done.fail(new AtCapacityException(one.full()))));
    }
}
