package dev.newsfan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Throwable> dropped = new CopyOnWriteArrayList<>();
    private final ScriptedSource source = new ScriptedSource();
    private final Ask ask = new Guarded(question -> new Noted(), source);

    private final List<UniSubscriber<? super SourceAnswer>> askers = new ArrayList<>();

    /** One that doesn't keep to the rules, as it goes on after it has been cancelled. */
    private final Ask rude = new Guarded(
            question -> new Noted(),
            question -> new NewCall(asker -> {
                asker.onSubscribe(() -> {});
                askers.add(asker);
            }));

    private final class Noted implements Guard.Ending {

        @Override
        public void answered() {
            heard.add("answered");
        }

        @Override
        public void failed(Throwable failure) {
            heard.add("failed");
        }

        @Override
        public void cancelled() {
            heard.add("cancelled, with calls under way: " + source.underWay());
        }
    }

    @BeforeEach
    void listen() {
        Infrastructure.setDroppedExceptionHandler(dropped::add);
    }

    @AfterEach
    void stop() {
        Infrastructure.resetDroppedExceptionHandler();
    }

    @Test
    void asksAnewForEachSubscriber() {
        Uni<SourceAnswer> call = ask.ask(Question.NONE);
        assertThat(source.calls()).isEmpty();

        call.subscribe().with(answer -> {});
        call.subscribe().with(answer -> {});

        assertThat(source.calls()).hasSize(2);
    }

    /** One that cancels whatever has come. */
    private static final class Hasty implements UniSubscriber<SourceAnswer> {

        private UniSubscription call;

        @Override
        public void onSubscribe(UniSubscription subscription) {
            call = subscription;
        }

        @Override
        public void onItem(SourceAnswer answer) {
            call.cancel();
        }

        @Override
        public void onFailure(Throwable failure) {
            call.cancel();
        }
    }

    @Test
    void hearsNothingOfACancellationAfterTheEnd() {
        ask.ask(Question.NONE).subscribe().withSubscriber(new Hasty());
        source.last().answer(SourceAnswer.NONE);
        ask.ask(Question.NONE).subscribe().withSubscriber(new Hasty());
        source.last().fail(FailureReason.ended());

        assertThat(heard).containsExactly("answered", "failed");
    }

    @Test
    void endsTheCallBeforeItHearsOfACancellation() {
        Asker.of(ask).leave();

        assertThat(heard).containsExactly("cancelled, with calls under way: 0");
    }

    @Test
    void anAnswerAfterACancellationIsLost() {
        Asker left = Asker.of(rude);
        left.leave();
        askers.getFirst().onItem(SourceAnswer.NONE);

        assertThat(heard).hasSize(1);
        assertThat(left.told()).isZero();
    }

    @Test
    void oneThatIsKeptOutIsNotHeardOf() {
        Asker asker = Asker.of(new Guarded(
                question -> {
                    throw new SourceException(FailureReason.bulkheadFull(1));
                },
                source));

        assertThat(asker.reason().code()).isEqualTo("bulkhead_full");
        assertThat(source.calls()).isEmpty();
    }

    @Test
    void whatThrowsOrIsNothingFails() {
        Asker.of(new Guarded(question -> new Noted(), question -> null)).failure();
        Asker.of(new Guarded(question -> new Noted(), question -> {
                    throw new StackOverflowError();
                }))
                .failure();

        assertThat(heard).containsExactly("failed", "failed");
    }

    @Test
    void aMistakeAfterTheEndIsReportedAndNoFailureOfTheSource() {
        Asker asker = Asker.of(rude);
        asker.leave();
        IllegalStateException mistake = new IllegalStateException();

        askers.getFirst().onFailure(mistake);
        askers.getFirst().onFailure(new SourceException(FailureReason.ended()));

        assertThat(dropped).containsExactly(mistake);
        assertThat(asker.told()).isZero();
    }

    @Test
    void handsTheContextOn() {
        AtomicInteger seen = new AtomicInteger();
        Ask curious = new Guarded(
                question -> new Noted(),
                question -> Uni.createFrom().context(context -> {
                    seen.set(context.get("number"));
                    return Uni.createFrom().item(SourceAnswer.NONE);
                }));

        curious.ask(Question.NONE).awaitUsing(Context.of("number", 7)).indefinitely();

        assertThat(seen).hasValue(7);
    }

    @Test
    void anEndIsHeardOnceWhateverComesAtTheSameTime() {
        BusySource busy = new BusySource();
        Ask asked = new Guarded(question -> new Noted(), busy);
        try (AtOnce atOnce = new AtOnce()) {
            for (int round = 1; round <= 3_000; round++) {
                Asker asker = Asker.of(asked);
                BusySource.Open call = busy.next().orElseThrow();

                atOnce.run(round % 2 == 0 ? call::answer : () -> call.fail(FailureReason.ended()), asker::leave);

                assertThat(heard).hasSize(1);
                heard.clear();
            }
        }
    }
}
