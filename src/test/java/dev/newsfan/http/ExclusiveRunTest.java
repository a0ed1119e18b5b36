package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.fanout.Budget;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExclusiveRunTest {

    private final ExclusiveRun turn = new ExclusiveRun("another is under way");

    private void refuse() {
        assertThatThrownBy(
                        () -> turn.run(() -> Uni.createFrom().item(1)).await().indefinitely())
                .isInstanceOf(AtCapacityException.class)
                .hasMessage("another is under way");
    }

    private void letIn() {
        assertThat(turn.run(() -> Uni.createFrom().item(1)).await().indefinitely())
                .isEqualTo(1);
    }

    @Nested
    class HeldForARequest {

        private final AdmittedRequest request = new AdmittedRequest(Budget.startingNow(Duration.ofMinutes(1)));

        @Test
        void isGivenBackAtItsEnd() {
            turn.holdFor(request);
            refuse();

            request.end();

            letIn();
        }

        @Test
        void isGivenBackWhenItsClientLeaves() {
            turn.holdFor(request);

            request.abandon();

            letIn();
        }

        @Test
        void isNotToBeHadTwice() {
            turn.holdFor(request);

            assertThatThrownBy(() -> turn.holdFor(new AdmittedRequest(Budget.startingNow(Duration.ofMinutes(1)))))
                    .isInstanceOf(AtCapacityException.class);
        }
    }

    @Nested
    class HeldForWork {

        private final CompletableFuture<Integer> work = new CompletableFuture<>();

        private Uni<Integer> run() {
            return turn.run(() -> Uni.createFrom().completionStage(work));
        }

        @Test
        void isGivenBackWhenItHasEnded() {
            CompletableFuture<Integer> answer = run().subscribeAsCompletionStage();
            refuse();

            work.complete(7);

            assertThat(answer).isCompletedWithValue(7);
            letIn();
        }

        @Test
        void isGivenBackWhenItFails() {
            run().subscribe().with(item -> {}, failure -> {});

            work.completeExceptionally(new IllegalStateException("as it happens"));

            letIn();
        }

        @Test
        void isGivenBackIfItCanNotEvenBegin() {
            turn.run(() -> {
                        throw new IllegalStateException("as it happens");
                    })
                    .subscribe()
                    .with(item -> {}, failure -> {});

            letIn();
        }

        @Test
        void isKeptWhileItGoesOnThoughNobodyWaits() {
            Cancellable asked = run().subscribe().with(item -> {});

            asked.cancel();

            refuse();
            work.complete(7);
            letIn();
        }
    }
}
