package dev.newsfan.lab.cpu;

import dev.newsfan.config.WorkerThreads;
import dev.newsfan.http.AdmittedRequest;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.eventloops.EventLoops;
import dev.newsfan.lab.eventloops.LoopWatch;
import dev.newsfan.lab.eventloops.LoopWatch.Figures;
import dev.newsfan.lab.eventloops.LoopWatch.LoopReport;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestPath;

/** A fixed amount of computing in three places. It takes as long in each; what differs is who has to wait for it. */
@Experiment("cpu")
@Path("/lab/cpu/{place}")
class CpuResource implements Predictor {

    private static final int MOST_ROUNDS = 50_000_000;
    private static final int USUAL_ROUNDS = 20_000_000;

    private final EventLoops loops;
    private final LoopWatch watch;
    private final ExecutorService workers;
    private final ExecutorService virtualThreads;
    private final int workerThreads;

    CpuResource(
            EventLoops loops,
            LoopWatch watch,
            ExecutorService workers,
            @VirtualThreads ExecutorService virtualThreads,
            Config config) {
        this.loops = loops;
        this.watch = watch;
        this.workers = workers;
        this.virtualThreads = virtualThreads;
        this.workerThreads = WorkerThreads.of(config);
    }

    @GET
    public Uni<Answer> compute(@RestPath String place, @BeanParam LabRequest request) {
        Place where = Place.of(place);
        int rounds = rounds(request);
        AdmittedRequest admitted = request.admitted();
        Executor threads = threads(where);
        Supplier<Done> work = () -> new Done(
                Hashing.compute(rounds, admitted::isAbandoned),
                Thread.currentThread().getName());
        return watch.inTurn(() -> on(workers, () -> Hashing.predict(rounds))
                .flatMap(time -> watch.during(() -> on(threads, work))
                        .flatMap(seen -> delay(where, threads, work)
                                .map(waited -> new Answer(
                                        where.word(),
                                        rounds,
                                        seen.item().thread(),
                                        seen.loops(),
                                        waited.map(measured -> new Waited(where.delay(time), measured)),
                                        where.predicted(Optional.of(time)),
                                        seen.measured(seen.item().time()))))));
    }

    private Executor threads(Place place) {
        return switch (place) {
            case ON_LOOP -> loops.executor(loops.toFreeze());
            case OFFLOADED -> workers;
            case VIRTUAL -> virtualThreads;
        };
    }

    private Uni<Optional<Duration>> delay(Place place, Executor threads, Supplier<Done> work) {
        if (place == Place.ON_LOOP) {
            return Uni.createFrom().item(Optional.empty());
        }
        int processors = Runtime.getRuntime().availableProcessors();
        // One has to be free for the neighbour.
        int computing = place == Place.OFFLOADED ? Math.min(processors, workerThreads - 1) : processors;
        Executor another = task ->
                Thread.ofPlatform().name("newsfan-lab-neighbour").daemon().start(task);
        return on(another, Unchecked.supplier(() -> Optional.of(SchedulingDelay.among(threads, computing, work::get))));
    }

    private static <T> Uni<T> on(Executor threads, Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    /** How long it takes is found out by a sample in the run itself. */
    @Override
    public List<Prediction> predict(LabRequest request) {
        rounds(request);
        return Stream.of(Place.values())
                .map(place -> new Prediction(
                        place.word(), place.predicted(Optional.empty()), List.of(Bar.of(1, Optional.empty()))))
                .toList();
    }

    private static int rounds(LabRequest request) {
        return request.fields("rounds").number("rounds", 1, MOST_ROUNDS, USUAL_ROUNDS);
    }

    private record Done(Duration time, String thread) {}

    record Answer(
            String way,
            int rounds,
            String thread,
            List<LoopReport> loops,
            Optional<Waited> neighbour,
            Figures predicted,
            Figures measured) {}

    /** How long another thread of the kind waits for its first step while others of the kind compute. */
    record Waited(Duration predicted, Duration measured) {}
}
