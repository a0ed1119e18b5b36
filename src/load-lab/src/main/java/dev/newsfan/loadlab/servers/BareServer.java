package dev.newsfan.loadlab.servers;

import dev.newsfan.news.Article;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job of {@code /async-news} by hand: Vert.x' HTTP server and client, parsers for what the sources write, and nothing between
 * them. Of the service it shares the articles and the merge, which are no framework; everything else that costs more in the
 * service is the price of its comfort.
 */
public final class BareServer {

    private final AtomicInteger atWork = new AtomicInteger();
    private final HandWrittenServer setup;
    private final int limit;
    private final List<StubSource> sources;

    private BareServer(HandWrittenServer setup) {
        this.setup = setup;
        this.limit = setup.limit();
        this.sources = setup.sources();
    }

    /** @param arguments how many requests at most, then the ports of the sources */
    public static void main(String[] arguments) throws Exception {
        HandWrittenServer.start(arguments, setup -> {
            BareServer server = new BareServer(setup);
            return loop -> server.new OnOneLoop(loop);
        });
    }

    /** One event loop with its own connections: a request and its calls stay on it. */
    private final class OnOneLoop implements Handler<HttpServerRequest> {

        private final List<HttpClient> clients;

        OnOneLoop(Vertx vertx) {
            clients = setup.clients(vertx);
        }

        @Override
        public void handle(HttpServerRequest request) {
            if (atWork.incrementAndGet() > limit) {
                atWork.decrementAndGet();
                request.response()
                        .setStatusCode(503)
                        .putHeader("Retry-After", "1")
                        .end();
                return;
            }
            long arrived = System.nanoTime();
            List<Future<List<Article>>> parts = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                parts.add(ask(i));
            }
            Future.join(parts).onComplete(done -> {
                atWork.decrementAndGet();
                answer(request, arrived, parts);
            });
        }

        private Future<List<Article>> ask(int index) {
            StubSource source = sources.get(index);
            return clients.get(index)
                    .request(HttpMethod.GET, "/")
                    .compose(call -> call.send())
                    .compose(response -> response.body())
                    .map(body -> BareNews.read(source, body.getBytes()));
        }

        private void answer(HttpServerRequest request, long arrived, List<Future<List<Article>>> parts) {
            boolean complete = parts.stream().allMatch(Future::succeeded);
            byte[] digest = BareNews.digest(sources, parts, arrived);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("News-Complete", Boolean.toString(complete))
                    .end(Buffer.buffer(digest));
        }
    }
}
