package dev.newsfan.upstream;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Says once if a source that is configured to speak HTTP/2 doesn't: each connection then carries one call, not a hundred. */
final class Http2Check implements Consumer<HttpClientRequest> {

    private static final Logger LOG = Logger.getLogger(Http2Check.class);

    private final String source;
    private final int connections;
    private final AtomicBoolean quiet;

    /** @param http2 whether HTTP/2 is what the configuration says; otherwise there is nothing to check */
    Http2Check(String source, boolean http2, int connections) {
        this.source = source;
        this.connections = connections;
        this.quiet = new AtomicBoolean(!http2);
    }

    @Override
    public void accept(HttpClientRequest request) {
        if (quiet.get()) {
            return;
        }
        request.response().onSuccess(response -> {
            if (response.version() != HttpVersion.HTTP_2 && quiet.compareAndSet(false, true)) {
                LOG.warnf(
                        "%s is configured with http2=true, but answers in %s: its %d connections carry %d calls at a time and"
                                + " no more, and further ones queue silently. Set http2=false, or connections.",
                        source, response.version().alpnName(), connections, connections);
            }
        });
    }
}
