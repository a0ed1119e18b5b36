package dev.newsfan.lab.file;

import dev.newsfan.config.LabConfig;
import dev.newsfan.http.Clock;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A file as on a slow disk: it comes in pieces, with a pause before each. The reading is real; the pauses are waits, as no
 * machine has a disk that is slow on demand.
 */
@Singleton
class SlowFile {

    private static final int BYTES = 65_536;
    private static final int MOST_PIECES = 16;

    /** A timer's ticks are a millisecond long; much shorter pauses than this would be longer than they are meant to be. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private static final Logger LOG = Logger.getLogger(SlowFile.class);

    private final Vertx vertx;
    private final Clock clock;
    private Optional<Path> path = Optional.empty();

    SlowFile(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Writes the file, so that no experiment has to. */
    void write(@Observes StartupEvent start, LabConfig config) {
        if (!config.enabled()) {
            return;
        }
        try {
            Path file = Files.createTempFile("newsfan-lab-", ".bin");
            file.toFile().deleteOnExit();
            path = Optional.of(Files.write(file, new byte[BYTES]));
        } catch (IOException e) {
            LOG.warn("The lab can't write its file, so there is nothing to read in /lab/*/file: " + e);
        }
    }

    /** Reads it all and blocks the caller meanwhile, for about this time. Returns how many bytes there were. */
    long readBlocking(Duration time) throws IOException, InterruptedException {
        int pieces = pieces(time);
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path())) {
            for (int piece = 0; piece < pieces; piece++) {
                Thread.sleep(time.dividedBy(pieces));
                bytes += in.readNBytes(BYTES / pieces).length;
            }
        }
        return bytes;
    }

    /** Reads it all in about this time. The event loop waits for nothing: other threads, Vert.x', do the reading. */
    Uni<Long> read(Duration time) {
        return Uni.createFrom().deferred(() -> {
            Future<AsyncFile> opened = vertx.fileSystem().open(path().toString(), new OpenOptions().setWrite(false));
            return UniHelper.toUni(opened)
                    .flatMap(file -> read(file, pieces(time), time))
                    .onTermination()
                    // Also if it is open only after nobody wants it any more.
                    .invoke(() -> opened.onSuccess(AsyncFile::close));
        });
    }

    private Uni<Long> read(AsyncFile file, int pieces, Duration time) {
        int size = BYTES / pieces;
        Uni<Void> pause = clock.pass(time.dividedBy(pieces));
        Multi<Long> places = Multi.createFrom().range(0, pieces).map(piece -> (long) piece * size);
        return places.onItem()
                .transformToUniAndConcatenate(
                        place -> pause.chain(() -> UniHelper.toUni(file.read(Buffer.buffer(size), 0, place, size))))
                .collect()
                .with(Collectors.summingLong(Buffer::length));
    }

    /** A power of two, so that the pieces are equal. */
    private static int pieces(Duration time) {
        return Integer.highestOneBit(Math.clamp(time.dividedBy(SHORTEST_PAUSE), 1, MOST_PIECES));
    }

    private Path path() {
        return path.orElseThrow(() -> new IllegalStateException("the lab could not write its file; its log says why"));
    }
}
