package dev.newsfan.lab;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of the things that an experiment does.
 *
 * @param name as it is reported
 * @param predicted how long it takes, if that is known before
 * @param timeout when it is given up
 * @param work begins when subscribed to; its failure is the task's, with its message as the reason
 */
record Task(String name, Optional<Duration> predicted, Duration timeout, Supplier<Uni<Void>> work) {

    /** A task that certainly ends. */
    Task(String name, Duration predicted, Supplier<Uni<Void>> work) {
        this(name, Optional.of(predicted), predicted.plusSeconds(60), work);
    }
}
