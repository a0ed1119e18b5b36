package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Kept;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshRepliesTest {

    private static final SourceAnswer ANSWER = KeptAnswers.fresh(FetchResult.NONE);

    private final List<Progress<SourceAnswer>> told = new ArrayList<>();

    /** A source that looks fresh or not, and then has an answer or not. */
    private static final class Shelf implements Kept {

        private final String name;
        private final boolean looksFresh;
        private final Optional<SourceAnswer> answer;
        private int served;

        Shelf(String name, boolean looksFresh, Optional<SourceAnswer> answer) {
            this.name = name;
            this.looksFresh = looksFresh;
            this.answer = answer;
        }

        static Shelf full(String name) {
            return new Shelf(name, true, Optional.of(ANSWER));
        }

        static Shelf empty(String name) {
            return new Shelf(name, false, Optional.empty());
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isFresh(Question question) {
            return looksFresh;
        }

        @Override
        public Optional<SourceAnswer> fresh(Question question) {
            served++;
            return answer;
        }
    }

    private Optional<List<Reply<SourceAnswer>>> replies(Shelf... sources) {
        Budget budget = Budget.startingNow(Duration.ofSeconds(10));
        return FreshReplies.of(List.of(sources), Question.NONE, budget, told::add);
    }

    @Test
    void everySourceHasItsReplyInOrder() {
        List<Reply<SourceAnswer>> replies =
                replies(Shelf.full("wire"), Shelf.full("herald")).orElseThrow();

        assertThat(replies).extracting(Reply::name).containsExactly("wire", "herald");
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.outcome()).isEqualTo(new Outcome.Ok<>(ANSWER));
            assertThat(reply.thread()).isEqualTo(Thread.currentThread().getName());
            assertThat(reply.started()).isPositive();
            assertThat(reply.elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Test
    void isToldAsAFanOutWouldBe() {
        List<Reply<SourceAnswer>> replies =
                replies(Shelf.full("wire"), Shelf.full("herald")).orElseThrow();

        assertThat(told).filteredOn(Progress.Started.class::isInstance).hasSize(2);
        assertThat(told)
                .filteredOn(Progress.Answered.class::isInstance)
                .containsExactly(new Progress.Answered<>(replies.get(0)), new Progress.Answered<>(replies.get(1)));
        assertThat(told.getFirst()).isInstanceOf(Progress.Started.class);
    }

    @Test
    void noneIsServedIfOneHasNoFreshAnswer() {
        Shelf full = Shelf.full("wire");

        assertThat(replies(full, Shelf.empty("herald"))).isEmpty();
        assertThat(full.served).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatCeasesToBeFreshMeanwhileIsAskedWithTheOthers() {
        assertThat(replies(Shelf.full("wire"), new Shelf("herald", true, Optional.empty())))
                .isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void thereAreNoneWithoutSources() {
        assertThat(replies()).isEmpty();
    }
}
