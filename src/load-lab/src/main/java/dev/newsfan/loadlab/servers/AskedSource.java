package dev.newsfan.loadlab.servers;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A source that counts its calls, and may be ill. For any thread. */
final class AskedSource {

    private final String contentType;
    private final Buffer body;
    private final AtomicLong calls = new AtomicLong();
    private volatile SourceHealth health = SourceHealth.WELL;

    private AskedSource(String contentType, Buffer body) {
        this.contentType = contentType;
        this.body = body;
    }

    static AskedSource of(StubSource stub) throws IOException {
        return new AskedSource(stub.contentType(), Buffer.buffer(stub.body()));
    }

    String contentType() {
        return contentType;
    }

    Buffer body() {
        return body;
    }

    void count() {
        calls.incrementAndGet();
    }

    /** Those since this was last asked. */
    String calls() {
        return "" + calls.getAndSet(0);
    }

    /** From the next call on. */
    void become(SourceHealth now) {
        health = now;
    }

    /** As {@link SourceHealth#delay}. */
    OptionalLong delay(long usual) {
        return health.delay(usual, ThreadLocalRandom.current());
    }
}
