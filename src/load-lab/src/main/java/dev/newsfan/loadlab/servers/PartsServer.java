package dev.newsfan.loadlab.servers;

import dev.newsfan.fanout.AsyncMode;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Call;
import dev.newsfan.fanout.FanOut;
import dev.newsfan.fanout.Reply;
import dev.newsfan.http.LoopDeadlines;
import dev.newsfan.loadlab.servers.ServiceFormats.Reading;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job of {@code /async-news} by the service's own parts, put together by hand: its formats, deadlines, fan-out and merge
 * between Vert.x' HTTP server and client. What the service costs beyond this is the price of the framework: routing, REST client,
 * injection, metrics.
 */
public final class PartsServer {

    /** Longer than a source ever takes: no call of the lab is to end for lack of time. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final AtomicInteger atWork = new AtomicInteger();
    private final HandWrittenServer setup;
    private final ServiceFormats formats;
    private final List<String> names;

    private PartsServer(HandWrittenServer setup, ServiceFormats formats) {
        this.setup = setup;
        this.formats = formats;
        this.names = setup.sources().stream().map(StubSource::name).toList();
    }

    /** @param arguments how many requests at most, then the ports of the sources */
    public static void main(String[] arguments) throws Exception {
        // Found on the class path, they carry contexts through every step of a Uni. The service is configured not to,
        // and there
        // is none here.
        Infrastructure.clearInterceptors();
        ServiceFormats formats = ServiceFormats.find();
        HandWrittenServer.start(arguments, setup -> {
            PartsServer server = new PartsServer(setup, formats);
            return loop -> server.new OnOneLoop(loop);
        });
    }

    /** One event loop with its own connections and deadlines: a request and its calls stay on it. */
    private final class OnOneLoop implements Handler<HttpServerRequest> {

        private final List<Call<Reading>> calls = new ArrayList<>();
        private final AsyncMode mode;

        OnOneLoop(Vertx vertx) {
            mode = new AsyncMode(LoopDeadlines.on(vertx));
            List<HttpClient> clients = setup.clients(vertx);
            for (int i = 0; i < clients.size(); i++) {
                StubSource source = setup.sources().get(i);
                SourceCall call = new SourceCall(clients.get(i), formats.of(source));
                calls.add(new Call<>(
                        source.name(), LONGEST, () -> Uni.createFrom().emitter(call)));
            }
        }

        @Override
        public void handle(HttpServerRequest request) {
            if (atWork.incrementAndGet() > setup.limit()) {
                atWork.decrementAndGet();
                request.response()
                        .setStatusCode(503)
                        .putHeader("Retry-After", "1")
                        .end();
                return;
            }
            Budget budget = Budget.startingNow(LONGEST);
            // It never fails: whatever a call comes to is in its reply.
            mode.ask(new FanOut<>(calls, budget)).subscribe().with(replies -> {
                atWork.decrementAndGet();
                answer(request, replies, budget);
            });
        }

        private void answer(HttpServerRequest request, List<Reply<Reading>> replies, Budget budget) {
            PartsDigest digest = PartsDigest.of(replies, budget, names);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("News-Complete", Boolean.toString(digest.complete()))
                    .end(Buffer.buffer(digest.json()));
        }
    }
}
