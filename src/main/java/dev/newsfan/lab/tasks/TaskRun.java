package dev.newsfan.lab.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.lab.Timing;
import dev.newsfan.lab.tasks.TaskExperiment.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What came of tasks that were done in a mode. */
public record TaskRun<T>(
        Mode mode,
        List<Report> tasks,
        Timing predicted,
        Timing measured,
        @JsonIgnore List<Reply<T>> replies) {

    static <T> TaskRun<T> of(Mode mode, List<Task<T>> tasks, List<Reply<T>> replies, Timing predicted, Budget budget) {
        Duration total = budget.spent();
        Instant arrived = Instant.now().minus(total);
        List<Report> reports = IntStream.range(0, tasks.size())
                .mapToObj(i -> Report.of(tasks.get(i), replies.get(i), arrived))
                .toList();
        return new TaskRun<>(mode, reports, predicted, Timing.of(total), replies);
    }

    /** What came of one; its reason tells why it isn't ok. */
    @JsonInclude(Include.NON_ABSENT)
    public record Report(
            String name,
            Outcome.Kind outcome,
            @JsonInclude(Include.ALWAYS) Optional<Duration> predicted,
            Duration started,
            Duration elapsed,
            Instant finishedAt,
            String thread,
            Optional<String> reason) {

        static Report of(Task<?> task, Reply<?> reply, Instant arrived) {
            Instant finished = arrived.plus(reply.started()).plus(reply.elapsed());
            return new Report(
                    reply.name(),
                    reply.outcome().kind(),
                    task.predicted(),
                    reply.started(),
                    reply.elapsed(),
                    finished.truncatedTo(ChronoUnit.MILLIS),
                    reply.thread(),
                    reason(reply.outcome()));
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
