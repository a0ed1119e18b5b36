package dev.newsfan.loadlab.servers;

import dev.newsfan.loadlab.ParentProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The sources: each listens on a port of its own and answers after a delay that a timer counts, so that a call that waits costs a
 * few objects and no thread.
 *
 * <p>It counts the calls in flight and how late its timers were, and tells that on another port, the first of those that it names
 * at the start: {@code /counts} since it was last asked, {@code /calls} likewise those to each source, {@code /delay/MILLIS} sets
 * the delay, {@code /health/INDEX/HEALTH} how a source is from now on. {@code /ward/PID} names a process
 * that can't see whether the lab is still there, as the service: if the lab is killed, this one ends it.
 */
public final class SourceServer {

    private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong worstLateness = new AtomicLong();
    private final Set<ProcessHandle> wards = ConcurrentHashMap.newKeySet();
    private final List<AskedSource> sources;
    private volatile long delayMillis;

    private SourceServer(List<AskedSource> sources, long delayMillis) {
        this.sources = sources;
        this.delayMillis = delayMillis;
    }

    /** @param arguments how many sources, and their delay in milliseconds */
    public static void main(String[] arguments) throws Exception {
        List<AskedSource> sources = new ArrayList<>();
        for (StubSource source : StubSource.first(Integer.parseInt(arguments[0]))) {
            sources.add(AskedSource.of(source));
        }
        SourceServer server = new SourceServer(sources, Long.parseLong(arguments[1]));
        ParentProcess.endWithIt(() -> server.wards.forEach(ProcessHandle::destroyForcibly));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
        List<Integer> ports = new ArrayList<>();
        ports.add(EventLoopServer.start(vertx, 1, loop -> server::obey));
        for (AskedSource source : sources) {
            ports.add(EventLoopServer.start(vertx, LOOPS, loop -> request -> server.answer(loop, request, source)));
        }
        ParentProcess.tellReady(ports);
    }

    private void obey(HttpServerRequest request) {
        String[] order = request.path().split("/");
        String said = counts();
        switch (order[1]) {
            case "calls" -> said = sources.stream().map(AskedSource::calls).collect(Collectors.joining(","));
            case "delay" -> delayMillis = Long.parseLong(order[2]);
            case "health" -> sources.get(Integer.parseInt(order[2])).become(SourceHealth.valueOf(order[3]));
            case "ward" -> ProcessHandle.of(Long.parseLong(order[2])).ifPresent(wards::add);
            default -> {}
        }
        request.response().end(said);
    }

    /** Calls, the most in flight and the worst lateness in microseconds since this was last asked. */
    private String counts() {
        return calls.getAndSet(0) + "," + mostInFlight.getAndSet(inFlight.get()) + "," + worstLateness.getAndSet(0);
    }

    private void answer(Vertx vertx, HttpServerRequest request, AskedSource source) {
        source.count();
        calls.incrementAndGet();
        int now = inFlight.incrementAndGet();
        if (now > mostInFlight.get()) {
            mostInFlight.accumulateAndGet(now, Math::max);
        }
        HttpServerResponse response = request.response().putHeader("Content-Type", source.contentType());
        response.endHandler(end -> inFlight.decrementAndGet());
        OptionalLong willing = source.delay(delayMillis);
        if (willing.isEmpty()) {
            return;
        }
        long delay = willing.getAsLong();
        if (delay == 0) {
            response.end(source.body());
            return;
        }
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay);
        vertx.setTimer(delay, timer -> {
            long late = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
            if (late > worstLateness.get()) {
                worstLateness.accumulateAndGet(late, Math::max);
            }
            if (!response.closed()) {
                response.end(source.body());
            }
        });
    }
}
