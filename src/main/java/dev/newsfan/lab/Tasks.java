package dev.newsfan.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.AsyncMode;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Deadlines;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.fanout.SyncMode;
import dev.newsfan.fanout.VirtualMode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Does tasks in a mode: the same fan-out as that of the news, asking for something else. */
@Singleton
class Tasks {

    /** More than the longest experiment takes: six units of ten seconds, one after another. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock;

    Tasks(Clock clock) {
        this.clock = clock;
    }

    /** One task after another; blocks the caller, a worker thread. */
    Done sync(List<Task> tasks, Visit visit) throws InterruptedException {
        Budget budget = Budget.startingNow(PATIENCE);
        var replies = new SyncMode(Deadlines.of(clock.deadlines(), Runnable::run))
                .ask(fanOut(tasks, budget), visit.cancellation());
        return done(Mode.SYNC, sum(tasks), tasks, replies, budget);
    }

    /** All tasks at once, when subscribed to; blocks nobody. */
    Uni<Done> async(List<Task> tasks) {
        Budget budget = Budget.startingNow(PATIENCE);
        return new AsyncMode(Deadlines.of(clock.deadlinesOfThisLoop(), Runnable::run))
                .ask(fanOut(tasks, budget))
                .map(replies -> done(Mode.ASYNC, longest(tasks), tasks, replies, budget));
    }

    /** All tasks at once, with a virtual thread for each; blocks the caller, a virtual thread too. */
    Done virtual(List<Task> tasks, Visit visit) throws InterruptedException {
        Budget budget = Budget.startingNow(PATIENCE);
        var replies = new VirtualMode(Deadlines.of(clock.deadlines(), Runnable::run))
                .ask(fanOut(tasks, budget), visit.cancellation());
        return done(Mode.VIRTUAL, longest(tasks), tasks, replies, budget);
    }

    // What is predicted depends on the tasks alone, and on nothing that happens.

    private static Optional<Duration> sum(List<Task> tasks) {
        return known(tasks).map(all -> all.stream().reduce(Duration.ZERO, Duration::plus));
    }

    private static Optional<Duration> longest(List<Task> tasks) {
        return known(tasks)
                .map(all -> all.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    /** Empty if one of them isn't known. */
    private static Optional<List<Duration>> known(List<Task> tasks) {
        List<Duration> times =
                tasks.stream().flatMap(task -> task.predicted().stream()).toList();
        return times.size() == tasks.size() ? Optional.of(times) : Optional.empty();
    }

    private static FanOut<Void> fanOut(List<Task> tasks, Budget budget) {
        return new FanOut<>(
                tasks.stream()
                        .map(task -> new Call<>(task.name(), task.timeout(), task.work()))
                        .toList(),
                budget);
    }

    private static Done done(
            Mode mode, Optional<Duration> predicted, List<Task> tasks, List<Reply<Void>> replies, Budget budget) {
        Duration total = budget.spent();
        Instant arrived = Instant.now().minus(total);
        List<Report> reports = IntStream.range(0, tasks.size())
                .mapToObj(i -> Report.of(tasks.get(i), replies.get(i), arrived))
                .toList();
        return new Done(mode.word(), reports, new Timing(predicted), Timing.of(total));
    }

    /** What came of the tasks. */
    record Done(String mode, List<Report> tasks, Timing predicted, Timing measured) {}

    /** What came of one; its reason tells why it isn't ok. */
    @JsonInclude(Include.NON_ABSENT)
    record Report(
            String name,
            String outcome,
            @JsonInclude(Include.ALWAYS) Optional<Duration> predicted,
            Duration started,
            Duration elapsed,
            Instant finishedAt,
            String thread,
            Optional<String> reason) {

        static Report of(Task task, Reply<Void> reply, Instant arrived) {
            Instant finished = arrived.plus(reply.started()).plus(reply.elapsed());
            return new Report(
                    task.name(),
                    outcome(reply.outcome()),
                    task.predicted(),
                    reply.started(),
                    reply.elapsed(),
                    finished.truncatedTo(ChronoUnit.MILLIS),
                    reply.thread(),
                    reason(reply.outcome()));
        }

        private static String outcome(Outcome<?> outcome) {
            return switch (outcome) {
                case Outcome.Ok<?> _ -> "ok";
                case Outcome.Timeout<?> _ -> "timeout";
                case Outcome.Failure<?> _ -> "error";
                case Outcome.Skipped<?> _ -> "skipped";
            };
        }

        private static Optional<String> reason(Outcome<?> outcome) {
            return switch (outcome) {
                case Outcome.Ok<?> _ -> Optional.empty();
                case Outcome.Timeout<?> late ->
                    Optional.of("no answer within " + late.allowed().toSeconds() + " s");
                case Outcome.Failure<?> failed -> Optional.of(failed.cause().getMessage());
                case Outcome.Skipped<?> _ -> Optional.of("no time was left");
            };
        }
    }
}
