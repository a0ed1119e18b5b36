package dev.newsfan.lab.cpu;

import dev.newsfan.config.Limits;
import dev.newsfan.lab.Experiment;
import dev.newsfan.lab.LabRequest;
import dev.newsfan.lab.Predictor;
import dev.newsfan.lab.cpu.Computing.Done;
import dev.newsfan.lab.eventloops.EventLoops;
import dev.newsfan.lab.eventloops.Heartbeat;
import dev.newsfan.lab.eventloops.Heartbeat.Observed;
import dev.newsfan.lab.eventloops.Heartbeat.Pulse;
import dev.newsfan.lab.eventloops.Heartbeat.Times;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Named;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestPath;

/** A fixed amount of computing in three places. It takes as long in each; what differs is who has to wait for it. */
@Experiment
@Named("cpu")
@Path("/lab/cpu/{place}")
class CpuResource implements Predictor {

    private static final int MOST_ROUNDS = 50_000_000;
    private static final int USUAL_ROUNDS = 20_000_000;

    private final EventLoops loops;
    private final Heartbeat heartbeat;
    private final ExecutorService virtualThreads;
    private final int workers;

    CpuResource(EventLoops loops, Heartbeat heartbeat, @VirtualThreads ExecutorService virtualThreads, Config config) {
        this.loops = loops;
        this.heartbeat = heartbeat;
        this.virtualThreads = virtualThreads;
        this.workers = Limits.workerThreads(config);
    }

    @GET
    public Uni<Answer> compute(@RestPath Place place, @BeanParam LabRequest request) {
        int rounds = rounds(request);
        Executor threads = threads(place);
        Supplier<Done> work = () -> Computing.compute(rounds, request.admitted()::isAbandoned);
        return loops.inTurn(() -> on(Infrastructure.getDefaultExecutor(), () -> Computing.predict(rounds))
                .flatMap(time -> heartbeat
                        .during(() -> on(threads, work))
                        .flatMap(seen -> neighbour(place, threads, work, time)
                                .map(neighbour -> Answer.of(place, rounds, time, seen, neighbour)))));
    }

    private static <T> Uni<T> on(Executor threads, Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }

    private Executor threads(Place place) {
        return switch (place) {
            case ON_LOOP -> loops.executor(loops.toFreeze());
            case OFFLOADED -> Infrastructure.getDefaultExecutor();
            case VIRTUAL -> virtualThreads;
        };
    }

    private Uni<Optional<Delay>> neighbour(Place place, Executor threads, Supplier<Done> work, Duration time) {
        if (place == Place.ON_LOOP) {
            return Uni.createFrom().item(Optional.empty());
        }
        int processors = Runtime.getRuntime().availableProcessors();
        // One has to be free for the neighbour.
        int computing = place == Place.OFFLOADED ? Math.min(processors, workers - 1) : processors;
        Duration predicted = place == Place.OFFLOADED ? Duration.ZERO : time;
        Executor another = Thread.ofPlatform().name("newsfan-lab-neighbour").daemon()::start;
        return on(another, Unchecked.supplier(() -> Computing.schedulingDelay(threads, computing, work::get)))
                .map(measured -> Optional.of(new Delay(predicted, measured)));
    }

    /** How long it takes nobody knows before the run, which begins with a sample. */
    @Override
    public List<? extends Prediction<?>> predict(LabRequest request) {
        rounds(request);
        Times unknown = new Times(Optional.empty(), Optional.empty());
        List<Bar> bars = List.of(Bar.of(1, Optional.empty()));
        return Stream.of(Place.values())
                .map(place -> new Prediction<>(place.word(), unknown, bars))
                .toList();
    }

    private static int rounds(LabRequest request) {
        return request.fields("rounds").number("rounds", 1, MOST_ROUNDS, USUAL_ROUNDS);
    }

    enum Place {
        /** Wrong: everybody whom this event loop serves waits until it is done. */
        ON_LOOP,
        /** Right: it computes on a worker thread, which the operating system interrupts when others want to run. */
        OFFLOADED,
        /** No better: nobody interrupts a virtual thread that computes, so others wait until its carrier is free. */
        VIRTUAL;

        /** What a path names; any other word leads nowhere. */
        public static Place fromString(String word) {
            var named = Stream.of(values()).filter(place -> place.word().equals(word));
            return named.findFirst().orElseThrow(NotFoundException::new);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record Answer(
            String way,
            int rounds,
            String thread,
            List<Pulse> loops,
            Optional<Delay> neighbour,
            Times predicted,
            Times measured) {
        private static Answer of(Place place, int rounds, Duration time, Observed<Done> seen, Optional<Delay> delay) {
            String thread = seen.item().thread();
            Times predicted = Times.predicted(time, place == Place.ON_LOOP ? time : Duration.ZERO);
            Times measured = seen.measured(seen.item().time());
            return new Answer(place.word(), rounds, thread, seen.loops(), delay, predicted, measured);
        }
    }

    /** How long another thread of the kind waits for its first step while others of the kind compute. */
    record Delay(Duration predicted, Duration measured) {}
}
