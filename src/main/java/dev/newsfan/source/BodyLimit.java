package dev.newsfan.source;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.function.Consumer;

/**
 * Ends a call when its body grows larger than allowed, while it grows: the clients themselves would gather an endless
 * body until the memory is full, also one that comes with an error.
 */
final class BodyLimit implements Consumer<HttpClientRequest> {

    private final long maxSize;

    BodyLimit(long maxSize) {
        this.maxSize = maxSize;
    }

    /** Listens for the response before the client does. */
    @Override
    public void accept(HttpClientRequest request) {
        request.response().onSuccess(response -> {
            // The client hears of failures through the body; without this Vert.x logs them as well.
            response.exceptionHandler(heardElsewhere -> {});
            if (announcedSize(response) > maxSize) {
                stop(request);
            } else {
                response.handler(new Counter(request)::count);
            }
        });
    }

    private static long announcedSize(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void stop(HttpClientRequest request) {
        request.reset(0, new SourceException(FailureReason.tooLarge(maxSize)));
    }

    /** One for each call; its body arrives on one event loop. */
    private final class Counter {
        private final HttpClientRequest request;
        private long received;

        Counter(HttpClientRequest request) {
            this.request = request;
        }

        void count(Buffer chunk) {
            boolean wasWithin = received <= maxSize;
            received += chunk.length();
            if (wasWithin && received > maxSize) {
                stop(request);
            }
        }
    }
}
