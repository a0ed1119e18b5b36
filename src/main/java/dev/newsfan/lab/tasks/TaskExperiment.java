package dev.newsfan.lab.tasks;

import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.Timing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An experiment that does the same tasks in each mode: the same fan-out as that of the news, asking for something else.
 *
 * @param <T> what comes of a task
 */
public abstract class TaskExperiment<T> implements Predictor {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Modes modes;

    protected TaskExperiment(Modes modes) {
        this.modes = modes;
    }

    /**
     * One of the things to do.
     *
     * @param call its failure is the task's, with its message as the reason
     * @param predicted how long it takes, if that is known before
     */
    public record Task<T>(Call<T> call, Optional<Duration> predicted) {}

    /** What is to be done; the mode may decide how, but not how long it takes. */
    protected abstract List<Task<T>> tasks(Mode mode, LabRequest request);

    /** How long a task may take that certainly ends: much longer than is predicted. */
    protected static Duration timeout(Duration predicted) {
        return predicted.plus(PATIENCE);
    }

    /** Does the tasks when subscribed to, and blocks nobody. */
    protected final Uni<TaskRun<T>> run(String word, LabRequest request) {
        Mode mode = Parameters.mode(word);
        List<Task<T>> tasks = tasks(mode, request);
        Timing predicted = total(bars(mode, tasks));
        var fanOut = new FanOut<>(
                tasks.stream().map(Task::call).toList(), request.admitted().budget());
        return modes.ask(mode, fanOut).map(replies -> TaskRun.of(mode, tasks, replies, predicted, fanOut.budget()));
    }

    @Override
    public final List<Prediction> predict(LabRequest request) {
        return Stream.of(Mode.values())
                .map(mode -> {
                    List<Bar> bars = bars(mode, tasks(mode, request));
                    return new Prediction(mode.word(), total(bars), bars);
                })
                .toList();
    }

    /** In line a task begins when the one before has ended; at once all begin. */
    private static <T> List<Bar> bars(Mode mode, List<Task<T>> tasks) {
        List<Bar> bars = new ArrayList<>();
        Optional<Duration> from = Optional.of(Duration.ZERO);
        for (Task<T> task : tasks) {
            Bar bar = Bar.of(task.call().name(), from, task.predicted());
            bars.add(bar);
            from = mode == Mode.SYNC ? bar.end() : from;
        }
        return bars;
    }

    private static Timing total(List<Bar> bars) {
        List<Duration> ends =
                bars.stream().flatMap(bar -> bar.end().stream()).sorted().toList();
        return new Timing(ends.size() == bars.size() ? Optional.of(ends.getLast()) : Optional.empty());
    }
}
