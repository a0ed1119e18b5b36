package dev.newsfan.lab;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A file as on a slow disk: it comes in pieces, with a pause before each. The reading is real; the pauses are waits, as no
 * machine has a disk that is slow on demand.
 */
@Singleton
class SlowFile {

    private static final int PIECES = 16;
    private static final int PIECE_BYTES = 4096;

    private final Vertx vertx;
    private final Clock clock;
    private Path path;

    SlowFile(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Reads it all and blocks the caller meanwhile, for about this time. Returns how many bytes there were. */
    long readBlocking(Duration time, Visit visit) throws IOException, InterruptedException {
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path())) {
            for (int piece = 0; piece < PIECES; piece++) {
                visit.sleep(time.dividedBy(PIECES));
                bytes += in.readNBytes(PIECE_BYTES).length;
            }
        }
        return bytes;
    }

    /** Reads it all in about this time, and blocks nobody. Emits how many bytes there were. */
    Uni<Long> readWithoutBlocking(Duration time) {
        return UniHelper.toUni(vertx.fileSystem().open(path().toString(), new OpenOptions().setWrite(false)))
                .flatMap(file -> pieces(file, time, 0, 0).onTermination().call(() -> UniHelper.toUni(file.close())));
    }

    private Uni<Long> pieces(AsyncFile file, Duration time, int piece, long bytes) {
        if (piece == PIECES) {
            return Uni.createFrom().item(bytes);
        }
        return clock.pass(time.dividedBy(PIECES))
                .flatMap(passed -> UniHelper.toUni(read(file, piece)))
                .flatMap(read -> pieces(file, time, piece + 1, bytes + read.length()));
    }

    private static Future<Buffer> read(AsyncFile file, int piece) {
        return file.read(Buffer.buffer(PIECE_BYTES), 0, (long) piece * PIECE_BYTES, PIECE_BYTES);
    }

    private synchronized Path path() {
        try {
            if (path == null || !Files.exists(path)) {
                path = Files.write(Files.createTempFile("newsfan-lab-", ".bin"), new byte[PIECES * PIECE_BYTES]);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("The lab can't write its file", e);
        }
    }

    @PreDestroy
    synchronized void delete() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
