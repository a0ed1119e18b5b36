package dev.newsfan.aggregate;

import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Progress;
import dev.newsfan.fanout.Reply;
import dev.newsfan.policy.Kept;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The replies of sources whose answers are all kept and fresh: nobody has to be asked, so there is no fan-out, no deadline, and no
 * other thread, whatever the mode.
 */
final class FreshReplies {

    private FreshReplies() {}

    /**
     * Takes the answers, on the current thread. If one is not fresh it takes none, as the fan-out then asks all, and a fresh one is
     * served there; only one that ceases to be fresh at that very moment has others before it count as served twice.
     *
     * @param progress hears of each what it would hear of a fan-out
     * @return in the order of the sources; empty if one of them is not fresh, or if there is none
     */
    static Optional<List<Reply<SourceAnswer>>> of(
            List<? extends Kept> sources, Question question, Budget budget, Consumer<Progress<SourceAnswer>> progress) {
        for (Kept source : sources) {
            if (!source.isFresh(question)) {
                return Optional.empty();
            }
        }
        List<Reply<SourceAnswer>> replies = new ArrayList<>(sources.size());
        for (Kept source : sources) {
            Duration started = budget.spent();
            Optional<SourceAnswer> answer = source.fresh(question);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            replies.add(reply(source.name(), answer.get(), started, budget.spent()));
        }
        replies.forEach(reply -> tell(reply, progress));
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies);
    }

    private static Reply<SourceAnswer> reply(String name, SourceAnswer answer, Duration started, Duration ended) {
        String thread = Thread.currentThread().getName();
        return new Reply<>(name, new Outcome.Ok<>(answer), started, ended.minus(started), thread);
    }

    private static void tell(Reply<SourceAnswer> reply, Consumer<Progress<SourceAnswer>> progress) {
        progress.accept(new Progress.Started<>(reply.name(), reply.started(), reply.thread()));
        progress.accept(new Progress.Answered<>(reply));
    }
}
