package dev.newsfan.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.Supplier;

/** Something that only one request may do at a time, as two would get in each other's way. Safe for all threads. */
public final class ExclusiveRun {

    private final ConcurrencyLimiter one;

    /** @param what a clause for those who come too late, such as "another run is under way" */
    public ExclusiveRun(String what) {
        this.one = new ConcurrencyLimiter(1, what);
    }

    /** Holds it until the request ends; if another holds it, that is a 503. */
    public void holdFor(AdmittedRequest request) {
        request.whenEnded(one.acquire().orElseThrow(this::refusal)::release);
    }

    /**
     * Holds it from the subscription on until the work has ended, not until nobody waits for it any more: work that can't be
     * cancelled would otherwise pile up behind the backs of those who come next.
     *
     * @return fails, which is a 503, if another holds it
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(asker ->
                        one.acquire().ifPresentOrElse(permit -> run(work, permit, asker), () -> asker.fail(refusal())));
    }

    private static <T> void run(Supplier<Uni<T>> work, ConcurrencyLimiter.Permit permit, UniEmitter<? super T> asker) {
        Uni<T> running = Uni.createFrom().deferred(work::get);
        running.onTermination().invoke(permit::release).subscribe().with(asker::complete, asker::fail);
    }

    private AtCapacityException refusal() {
        return new AtCapacityException(one.full());
    }
}
