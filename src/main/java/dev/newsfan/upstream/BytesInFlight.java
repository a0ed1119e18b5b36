package dev.newsfan.upstream;

import dev.newsfan.config.NewsfanConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all answers may take from their arrival until they have been read, counted by what has arrived.
 *
 * <p>When three quarters are full, the bodies of a source that has its even share of it pause, but for one that goes on: the
 * largest, which has least to go. If it stalls it fails, and the next goes on, so that none waits for another for ever. Sources
 * that have less than their share go on as ever; where nothing is left for them, the largest body of the source that has most
 * gives way. So one that sends much, or begins to and stalls, takes nothing from the others. Safe for all threads.
 */
@Singleton
public class BytesInFlight {

    /** How often it is looked whether the body that goes on does so. */
    private static final long PATIENCE_MILLIS = 50;

    /** By how many bytes it has to. */
    private static final int PROGRESS = 4 * 1024;

    /** What a body that goes on brings at least, likely: as much as is read from a socket at a time. */
    private static final int CHUNK = 64 * 1024;

    private final Vertx vertx;
    private final long limit;
    /** From where on bodies pause. */
    private final long nearly;

    private final AtomicLong inFlight = new AtomicLong();
    private final List<Share> shares = new CopyOnWriteArrayList<>();
    /** In the order in which they go on. */
    private final SequencedSet<IncomingBody> paused = new LinkedHashSet<>();

    private volatile boolean anyPaused;
    /** The body that goes on while others of its kind pause, and how much of it there was at the last look. */
    private Optional<IncomingBody> runner = Optional.empty();

    private long runnerBytes;
    private boolean watching;

    @Inject
    BytesInFlight(Vertx vertx, NewsfanConfig config) {
        this(
                vertx,
                config.maxBytesInFlight().orElseGet(() -> Runtime.getRuntime().maxMemory() / 4));
    }

    /** @param limit in bytes; a little more may have arrived when it shows */
    public BytesInFlight(Vertx vertx, long limit) {
        this.vertx = vertx;
        this.limit = limit;
        this.nearly = limit - limit / 4;
    }

    /** A source's part of it. All shares are made before the first body arrives. */
    Share share() {
        Share share = new Share();
        shares.add(share);
        return share;
    }

    /** How many bytes have arrived and are not read yet. */
    public long bytes() {
        return inFlight.get();
    }

    /** How many bytes there may be. */
    public long limit() {
        return limit;
    }

    /** How many bodies wait for memory. */
    public synchronized int waiting() {
        return paused.size();
    }

    /** What one source has of it. */
    final class Share {

        private final AtomicLong bytes = new AtomicLong();
        private final Set<IncomingBody> bodies = ConcurrentHashMap.newKeySet();

        /** @param maxSize the most bytes that it may have by itself */
        IncomingBody body(long maxSize) {
            return new IncomingBody(this, maxSize);
        }

        /** A body has begun to arrive, or gone on by so many bytes; it may have to pause. On its event loop. */
        void arrived(IncomingBody body, int more) {
            if (more == 0) {
                bodies.add(body);
            }
            bytes.addAndGet(more);
            if (inFlight.addAndGet(more) >= nearly) {
                crowded(body);
            }
        }

        /** A body is no longer there, and so many bytes with it. */
        void gone(IncomingBody body, long all) {
            bodies.remove(body);
            bytes.addAndGet(-all);
            inFlight.addAndGet(-all);
            if (anyPaused) {
                someMayGoOn(body);
            }
        }

        private boolean isUsedUp() {
            return bytes.get() >= nearly / shares.size();
        }

        private Optional<IncomingBody> largest() {
            return bodies.stream().filter(IncomingBody::mayGiveWay).max(Comparator.comparingLong(IncomingBody::bytes));
        }
    }

    private void crowded(IncomingBody body) {
        synchronized (this) {
            // Before it is looked whether the body is gone: one of the two notices the other.
            anyPaused = true;
            boolean isRunner = runner.filter(body::equals).isPresent();
            if (!body.isGone() && !isRunner && body.share().isUsedUp()) {
                if (runner.isPresent()) {
                    paused.add(body);
                    body.pause();
                    return;
                }
                run(body);
            }
        }
        makeRoom();
    }

    private void run(IncomingBody body) {
        runner = Optional.of(body);
        runnerBytes = body.bytes();
        if (!watching) {
            watching = true;
            vertx.setTimer(PATIENCE_MILLIS, look -> look());
        }
    }

    private synchronized void someMayGoOn(IncomingBody gone) {
        paused.remove(gone);
        if (runner.filter(gone::equals).isPresent()) {
            nextRuns();
        }
        long room = (nearly - inFlight.get()) / CHUNK;
        while (!paused.isEmpty() && room-- > 0) {
            paused.removeFirst().goOn();
        }
        anyPaused = runner.isPresent() || !paused.isEmpty();
    }

    private void nextRuns() {
        runner = Optional.empty();
        paused.stream().max(Comparator.comparingLong(IncomingBody::bytes)).ifPresent(next -> {
            paused.remove(next);
            run(next);
            next.goOn();
        });
    }

    /** Whether the one that goes on does. */
    private void look() {
        Optional<IncomingBody> stalled;
        synchronized (this) {
            watching = false;
            stalled = runner.filter(body -> body.bytes() < runnerBytes + PROGRESS);
            if (stalled.isPresent()) {
                nextRuns();
            } else {
                runner.ifPresent(this::run);
            }
        }
        // One that is complete is about to be read.
        stalled.filter(IncomingBody::mayGiveWay).ifPresent(body -> body.giveWay(limit));
    }

    /** Ends the largest body of the source that has most, and so on while nothing is left. */
    private void makeRoom() {
        while (inFlight.get() >= limit) {
            Optional<IncomingBody> victim = shares.stream()
                    .max(Comparator.comparingLong(share -> share.bytes.get()))
                    .flatMap(Share::largest);
            if (victim.isEmpty()) {
                // What there is has arrived and is being read, which won't take long.
                return;
            }
            victim.get().giveWay(limit);
        }
    }
}
