package dev.newsfan.lab.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** One of the things that an experiment does, with how long it takes, if that is known before. */
public record Task<T>(Call<T> call, Optional<Duration> predicted) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** One that certainly ends. */
    public static <T> Task<T> of(String name, Duration predicted, Supplier<Uni<T>> ask) {
        return new Task<>(new Call<>(name, predicted.plus(PATIENCE), ask), Optional.of(predicted));
    }

    /** One that certainly ends, and blocks its thread meanwhile. */
    public static <T> Task<T> blocking(String name, Duration predicted, Callable<T> ask) {
        return new Task<>(Call.blocking(name, predicted.plus(PATIENCE), ask), Optional.of(predicted));
    }

    Report report(Reply<T> reply, Instant arrived) {
        Instant finished = arrived.plus(reply.started()).plus(reply.elapsed());
        return new Report(
                reply.name(),
                reply.outcome().kind(),
                predicted,
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

    /** What came of it, with the reason if it isn't ok. */
    @RegisterForReflection
    @JsonInclude(Include.NON_ABSENT)
    public record Report(
            String name,
            Outcome.Kind outcome,
            @JsonInclude(Include.ALWAYS) Optional<Duration> predicted,
            Duration started,
            Duration elapsed,
            Instant finishedAt,
            String thread,
            Optional<String> reason) {}
}
