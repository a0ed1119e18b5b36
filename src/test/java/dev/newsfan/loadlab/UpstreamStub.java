package dev.newsfan.loadlab;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sources, in a process of its own: each listens on a port of its own and answers after a delay that a timer counts, so that
 * a call that waits costs a few objects and no thread.
 *
 * <p>It counts the calls in flight and how late its timers were, and tells that on another port: {@code /counts} since it was
 * last asked, {@code /delay/MILLIS} sets the delay. {@code /ward/PID} names a process that can't see whether the lab is still
 * there, as the service: if the lab is killed, the stub ends it.
 */
final class UpstreamStub {

    private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int BACKLOG = 4096;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong worstLateness = new AtomicLong();
    private final Set<ProcessHandle> wards = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;

    /** @param arguments how many sources, and their delay in milliseconds */
    public static void main(String[] arguments) throws Exception {
        UpstreamStub stub = new UpstreamStub();
        Parent.endWithIt(() -> stub.wards.forEach(ProcessHandle::destroyForcibly));
        stub.delayMillis = Long.parseLong(arguments[1]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
        List<String> ports = new ArrayList<>();
        ports.add(Integer.toString(stub.listenForTheLab(vertx)));
        for (StubSource source : StubSource.first(Integer.parseInt(arguments[0]))) {
            ports.add(Integer.toString(stub.listen(vertx, source)));
        }
        System.out.println(Child.READY + String.join(",", ports));
    }

    /** An instance on each event loop; they share the port. */
    private int listen(Vertx vertx, StubSource source) throws Exception {
        Buffer body = Buffer.buffer(source.body());
        int port = freePort();
        DeploymentOptions instances = new DeploymentOptions().setInstances(LOOPS);
        vertx.deployVerticle(() -> new Instance(port, source.contentType(), body), instances)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int listenForTheLab(Vertx vertx) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    obey(request.path());
                    request.response().end(counts());
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    private void obey(String path) {
        if (path.startsWith("/delay/")) {
            delayMillis = Long.parseLong(path.substring("/delay/".length()));
        } else if (path.startsWith("/ward/")) {
            ProcessHandle.of(Long.parseLong(path.substring("/ward/".length()))).ifPresent(wards::add);
        }
    }

    /** Calls, the most in flight and the worst lateness in microseconds since this was last asked. */
    private String counts() {
        return calls.getAndSet(0) + "," + mostInFlight.getAndSet(inFlight.get()) + "," + worstLateness.getAndSet(0);
    }

    private void answer(Vertx vertx, HttpServerRequest request, String contentType, Buffer body) {
        calls.incrementAndGet();
        int now = inFlight.incrementAndGet();
        if (now > mostInFlight.get()) {
            mostInFlight.accumulateAndGet(now, Math::max);
        }
        HttpServerResponse response = request.response().putHeader("Content-Type", contentType);
        response.endHandler(end -> inFlight.decrementAndGet());
        long delay = delayMillis;
        if (delay == 0) {
            response.end(body);
            return;
        }
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delay);
        vertx.setTimer(delay, timer -> {
            long late = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
            if (late > worstLateness.get()) {
                worstLateness.accumulateAndGet(late, Math::max);
            }
            if (!response.closed()) {
                response.end(body);
            }
        });
    }

    /** One source on one event loop. */
    private final class Instance extends AbstractVerticle {

        private final int port;
        private final String contentType;
        private final Buffer body;

        Instance(int port, String contentType, Buffer body) {
            this.port = port;
            this.contentType = contentType;
            this.body = body;
        }

        @Override
        public void start(Promise<Void> started) {
            vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                    .requestHandler(request -> answer(vertx, request, contentType, body))
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
