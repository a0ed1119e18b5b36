package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The body of one answer while it arrives, and until it has been read: counted, so that it is ended when it grows larger than
 * allowed. The clients themselves would gather an endless one until the memory is full, also one that comes with an error.
 *
 * <p>It arrives on one event loop; whatever else is asked of it may be from any thread.
 */
final class IncomingBody {

    /** Pieces that any answer may come in, and how many bytes each of the others has at least: a piece costs as much as a KB. */
    private static final int ANY_PIECES = 20_000;

    private static final int SMALLEST_PIECE = 32;

    private final BytesInFlight.Share share;
    private final long maxSize;
    private volatile HttpClientRequest request;
    private HttpClientResponse response;
    private volatile ContextInternal context;
    private volatile boolean complete;
    private Consumer<Throwable> failing = failure -> {};
    /** Used on the event loop alone, as is what waits for it. */
    private int waitingRequests;

    private Runnable whenNoneWaits = () -> {};
    /** Guarded by this, as are those that follow. */
    private long bytes;

    private int pieces;
    private Optional<FailureReason> mustEnd = Optional.empty();
    private boolean gone;

    IncomingBody(BytesInFlight.Share share, long maxSize) {
        this.share = share;
        this.maxSize = maxSize;
    }

    /**
     * Listens to a response before the client does.
     *
     * @param failed ends the call when there is no request to end any more
     */
    void of(HttpClientRequest asked, HttpClientResponse answer, Consumer<Throwable> failed) {
        request = asked;
        failing = failed;
        response = answer;
        context = ContextInternal.current();
        // The client hears of failures through the body; without this Vert.x logs them as well.
        answer.exceptionHandler(heardElsewhere -> {});
        if (announcedSize(answer) > maxSize) {
            end(FailureReason.tooLarge(maxSize));
        } else {
            answer.handler(this::count);
            share.arrived(this, 0);
            if (isGone()) {
                // Since before it was there: whoever left has taken nothing away.
                share.gone(this, 0);
            }
        }
    }

    private static long announcedSize(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void count(Buffer piece) {
        boolean tooLarge;
        boolean tooManyPieces;
        synchronized (this) {
            if (gone) {
                // It goes on arriving until it is told to end, and that may be too late.
                mustEnd.ifPresent(this::end);
                return;
            }
            bytes += piece.length();
            pieces++;
            tooLarge = bytes > maxSize && bytes - piece.length() <= maxSize;
            tooManyPieces = pieces == ANY_PIECES + bytes / SMALLEST_PIECE;
        }
        share.arrived(this, piece.length());
        if (tooLarge) {
            end(FailureReason.tooLarge(maxSize));
        } else if (tooManyPieces) {
            end(FailureReason.tooManyPieces());
        }
    }

    private void end(FailureReason reason) {
        // Once all of it is there, the connection may be at work for another call.
        if (complete) {
            failing.accept(new SourceException(reason));
        } else {
            request.reset(0, new SourceException(reason));
        }
    }

    /** A request for it is on its way to a connection. */
    void requestWaits() {
        waitingRequests++;
    }

    /** A request has got its connection, or there is none. */
    void requestBegins() {
        waitingRequests--;
        if (waitingRequests == 0) {
            whenNoneWaits.run();
        }
    }

    /** Has something run once no request for it waits for a connection, at once if none does. On its event loop. */
    void whenNoRequestWaits(Runnable action) {
        if (waitingRequests == 0) {
            action.run();
        } else {
            whenNoneWaits = action;
        }
    }

    /** All of it has arrived. */
    void complete() {
        complete = true;
    }

    BytesInFlight.Share share() {
        return share;
    }

    /** How much of it has arrived. */
    synchronized long bytes() {
        return bytes;
    }

    /** Whether nobody needs it any more. */
    synchronized boolean isGone() {
        return gone;
    }

    /** Whether ending it would free anything soon. */
    boolean mayGiveWay() {
        return !complete && !isGone() && bytes() > 0;
    }

    /** To be called on its event loop. */
    void pause() {
        response.pause();
    }

    void goOn() {
        context.runOnContext(later -> response.resume());
    }

    /** Ends it, as there is no memory for all. */
    void giveWay(long limit) {
        FailureReason reason = FailureReason.tooManyBytesInFlight(limit);
        synchronized (this) {
            mustEnd = Optional.of(reason);
        }
        forget();
        context.runOnContext(later -> end(reason));
    }

    /** Nobody needs it any more; once or more often. */
    void forget() {
        long all;
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            all = bytes;
        }
        share.gone(this, all);
    }
}
