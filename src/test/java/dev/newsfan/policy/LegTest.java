package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LegTest {

    private final ScriptedSource source = new ScriptedSource();
    private final AtomicInteger told = new AtomicInteger();

    private final Leg leg = new Leg(new Nobody()) {
        @Override
        public void onItem(SourceAnswer answer) {
            told.incrementAndGet();
        }

        @Override
        public void onFailure(Throwable failure) {
            told.incrementAndGet();
        }
    };

    private static final class Nobody implements UniSubscriber<SourceAnswer> {

        @Override
        public void onSubscribe(UniSubscription subscription) {}

        @Override
        public void onItem(SourceAnswer answer) {}

        @Override
        public void onFailure(Throwable failure) {}
    }

    @Test
    void tellsWhatComes() {
        leg.begin(source, Question.NONE);
        source.last().answer(SourceAnswer.NONE);

        assertThat(told).hasValue(1);
    }

    @Test
    void tellsOfWhatThrows() {
        leg.begin(
                question -> {
                    throw new IllegalStateException();
                },
                Question.NONE);

        assertThat(told).hasValue(1);
    }

    @Test
    void asksNothingOnceItIsCancelled() {
        leg.cancel();
        leg.begin(source, Question.NONE);

        assertThat(source.calls()).isEmpty();
    }

    @Test
    void endsItsCall() {
        leg.begin(source, Question.NONE);
        leg.cancel();
        leg.cancel();

        assertThat(source.last().isCancelled()).isTrue();
    }

    @Test
    void endsItsCallIfCancelledWhileItBegins() {
        leg.begin(
                question -> new NewCall(asker -> {
                    leg.cancel();
                    source.ask(question).subscribe().withSubscriber(asker);
                }),
                Question.NONE);

        assertThat(source.last().isCancelled()).isTrue();
    }
}
