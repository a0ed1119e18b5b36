package dev.newsfan.policy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;

/** A source that answers when a test says so, and counts its calls. */
final class ScriptedSource implements Ask {

    private final List<Asked> calls = new ArrayList<>();

    /** One call. */
    static final class Asked {

        private final Question question;
        private final UniEmitter<? super SourceAnswer> asker;
        private boolean cancelled;
        private boolean over;

        private Asked(Question question, UniEmitter<? super SourceAnswer> asker) {
            this.question = question;
            this.asker = asker;
            asker.onTermination(() -> cancelled = !over);
        }

        Question question() {
            return question;
        }

        /** Whether whoever asked has left before there was an answer. */
        boolean isCancelled() {
            return cancelled;
        }

        void answer(SourceAnswer answer) {
            over = true;
            asker.complete(answer);
        }

        void fail(FailureReason reason) {
            fail(new SourceException(reason));
        }

        void fail(Throwable failure) {
            over = true;
            asker.fail(failure);
        }
    }

    @Override
    public Uni<SourceAnswer> ask(Question question) {
        return Uni.createFrom().emitter(asker -> calls.add(new Asked(question, asker)));
    }

    /** All calls so far, in their order. */
    List<Asked> calls() {
        return calls;
    }

    /** The latest one. */
    Asked last() {
        return calls.getLast();
    }

    /** How many calls are under way. */
    long underWay() {
        return calls.stream().filter(call -> !call.over && !call.cancelled).count();
    }
}
