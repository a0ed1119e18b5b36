package dev.newsfan.lab.tasks;

import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Mode;
import dev.newsfan.fanout.Modes;
import dev.newsfan.fanout.Reply;
import dev.newsfan.http.Parameters;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** An experiment that does the same tasks in each mode: the same fan-out as that of the news, asking for something else. */
public abstract class TaskExperiment<T> implements Predictor {

    private final Modes modes;

    protected TaskExperiment(Modes modes) {
        this.modes = modes;
    }

    /** What is to be done; the mode may decide how, but not how long it takes. */
    protected abstract List<Task<T>> tasks(Mode mode, LabRequest request);

    /** What a caller is told. */
    protected Object told(Answer answer, List<Reply<T>> replies) {
        return answer;
    }

    @GET
    public Uni<Object> run(@RestPath("mode") String word, @BeanParam LabRequest request) {
        Mode mode = Parameters.mode(word);
        List<Task<T>> tasks = tasks(mode, request);
        var calls = tasks.stream().map(Task::call).toList();
        return modes.ask(mode, new FanOut<>(calls, request.admitted().budget()))
                .map(replies -> told(answer(mode, tasks, replies, request.spent()), replies));
    }

    private static <T> Answer answer(Mode mode, List<Task<T>> tasks, List<Reply<T>> replies, Duration spent) {
        Instant arrived = Instant.now().minus(spent);
        var next = replies.iterator();
        var reports =
                tasks.stream().map(task -> task.report(next.next(), arrived)).toList();
        return new Answer(mode, reports, prediction(mode, tasks).predicted(), Timing.of(spent));
    }

    @Override
    public final List<? extends Prediction<?>> predict(LabRequest request) {
        return Stream.of(Mode.values())
                .map(mode -> prediction(mode, tasks(mode, request)))
                .toList();
    }

    /** In line a task begins when the one before has ended; at once all begin. */
    private static <T> Prediction<Timing> prediction(Mode mode, List<Task<T>> tasks) {
        List<Bar> bars = new ArrayList<>();
        Optional<Duration> from = Optional.of(Duration.ZERO);
        for (Task<T> task : tasks) {
            Bar bar = Bar.of(task.call().name(), from, task.predicted());
            bars.add(bar);
            from = mode == Mode.SYNC ? bar.end() : from;
        }
        var ends = bars.stream().flatMap(bar -> bar.end().stream()).sorted().toList();
        var last = Optional.of(bars).filter(all -> ends.size() == all.size()).map(all -> ends.getLast());
        return new Prediction<>(mode.word(), new Timing(last), bars);
    }

    @RegisterForReflection
    public record Answer(Mode mode, List<Task.Report> tasks, Timing predicted, Timing measured) {}
}
