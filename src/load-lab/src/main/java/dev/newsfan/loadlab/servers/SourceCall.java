package dev.newsfan.loadlab.servers;

import dev.newsfan.loadlab.servers.ServiceFormats.Reader;
import dev.newsfan.loadlab.servers.ServiceFormats.Reading;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a source by Vert.x' client, and reads the answer. Whoever cancels the Uni that it is made into ends the request. */
record SourceCall(HttpClient client, Reader reader) implements Consumer<UniEmitter<? super Reading>> {

    @Override
    public void accept(UniEmitter<? super Reading> asker) {
        client.request(HttpMethod.GET, "/")
                .compose(request -> {
                    Future<Reading> answer = request.send().compose(this::read);
                    // An answer is a termination as well, and to reset its request would end the connection.
                    asker.onTermination(() -> {
                        if (!answer.isComplete()) {
                            request.reset();
                        }
                    });
                    return answer;
                })
                .onSuccess(asker::complete)
                .onFailure(asker::fail);
    }

    private Future<Reading> read(HttpClientResponse response) {
        Optional<String> contentType = Optional.ofNullable(response.getHeader("Content-Type"));
        return response.body().map(body -> reader.read(body.getBytes(), contentType));
    }
}
