package dev.newsfan.policy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import java.util.Objects;
import java.util.function.Consumer;

/** What an {@link Ask} returns: a call that begins anew for each of its subscribers. */
final class NewCall extends AbstractUni<SourceAnswer> {

    private final Consumer<UniSubscriber<? super SourceAnswer>> begin;

    /** @param begin has to call {@link UniSubscriber#onSubscribe} first, and must not throw */
    NewCall(Consumer<UniSubscriber<? super SourceAnswer>> begin) {
        this.begin = begin;
    }

    @Override
    public void subscribe(UniSubscriber<? super SourceAnswer> asker) {
        begin.accept(asker);
    }

    /** What is asked next, even if it throws where it should fail. */
    static Uni<SourceAnswer> of(Ask next, Question question) {
        try {
            return Objects.requireNonNull(next.ask(question), "no call");
        } catch (Throwable e) {
            return Uni.createFrom().failure(e);
        }
    }
}
