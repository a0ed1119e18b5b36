package dev.newsfan.policy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who asks, and keeps whatever comes. */
final class Asker {

    private final List<SourceAnswer> answers = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Cancellable call;

    private Asker(Uni<SourceAnswer> call) {
        this.call = call.subscribe().with(answers::add, failures::add);
    }

    static Asker of(Ask ask) {
        return of(ask, Question.NONE);
    }

    static Asker of(Ask ask, Question question) {
        return new Asker(ask.ask(question));
    }

    void leave() {
        call.cancel();
    }

    boolean waits() {
        return answers.isEmpty() && failures.isEmpty();
    }

    /** How many answers and failures have come. */
    int told() {
        return answers.size() + failures.size();
    }

    /** The only answer. */
    SourceAnswer answer() {
        if (told() != 1) {
            throw new AssertionError("Not one answer: " + answers + failures);
        }
        return answers.getFirst();
    }

    /** The only failure. */
    Throwable failure() {
        if (told() != 1) {
            throw new AssertionError("Not one failure: " + answers + failures);
        }
        return failures.getFirst();
    }

    /** Of the only failure. */
    FailureReason reason() {
        return ((SourceException) failure()).reason();
    }
}
