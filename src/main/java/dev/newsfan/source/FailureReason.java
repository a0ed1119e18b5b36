package dev.newsfan.source;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.core.Response.Status.Family;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Says in words what went wrong with a source: the one place where the reasons of the source reports are written. */
public final class FailureReason {

    private FailureReason() {}

    /**
     * There was no complete answer in time.
     *
     * @param allowed the time that the call had
     * @param budgetBound whether that was what was left of the request's budget, and not the source's timeout
     */
    public static String late(Duration allowed, boolean budgetBound) {
        return "no complete answer within %s s, %s"
                .formatted(
                        allowed.toMillis() / 1000.0,
                        budgetBound ? "which was what was left of the request's budget" : "its timeout");
    }

    /** It was not asked, as there was no time left. */
    public static String skipped() {
        return "not asked, as nothing was left of the request's budget";
    }

    /** Its call failed by a mistake of ours. */
    public static String ours() {
        return "Newsfan itself failed while reading it; its log says how";
    }

    /** It answered with a status that is no success. */
    static String status(int status) {
        String answered = "it answered with status " + status;
        return switch (status) {
            case 206 -> answered + ": a part only, though all was asked for";
            case 304 -> answered + " (not modified), though it was not asked whether it is";
            case 401, 403 -> answered + ": the API key is missing, wrong or not allowed to ask this";
            case 429 -> answered + ": it has been asked too often";
            default -> answered + familyNote(Family.familyOf(status));
        };
    }

    private static String familyNote(Family family) {
        return switch (family) {
            case INFORMATIONAL -> ", which should only come before another";
            case REDIRECTION -> ", a redirect, which is not followed: configure the new address";
            case SUCCESSFUL, CLIENT_ERROR, SERVER_ERROR, OTHER -> "";
        };
    }

    /** Its answer has no body. */
    static String empty(int status) {
        return "its answer is empty (status " + status + ")";
    }

    /** Its answer has a content type that its format never has. */
    static String contentType(String type, String format) {
        return "its answer has the content type " + type + ", which the format " + format + " never has";
    }

    /** Its answer is larger than it may be. */
    static String tooLarge(long maxSize) {
        return "its answer is larger than " + Sizes.inWords(maxSize) + " (max-size)";
    }

    /** Its answer comes in pieces that cost more than what is in them. */
    static String tooManyPieces() {
        return "its answer comes in too many pieces of a few bytes each";
    }

    /** There was no memory left for all answers, and its was the largest. */
    static String tooManyBytesInFlight(long limit) {
        return "its answer had to give way, as more than " + Sizes.inWords(limit)
                + " had arrived for all requests (newsfan.max-bytes-in-flight)";
    }

    /** Its answer is packed, and not as it may be. */
    static String packed() {
        return "its answer is packed in a way that it was not asked for; allowed: " + Packing.ACCEPTED;
    }

    /** Its answer can't be unpacked. */
    static String notUnpacked() {
        return "its answer can't be unpacked, or was cut off";
    }

    /** The failure with a reason for people; a {@link SourceException} among its causes already has one. */
    static SourceException explain(Throwable failure) {
        return ConnectionFailures.find(failure, SourceException.class)
                .orElseGet(() -> new SourceException(reason(failure), failure));
    }

    private static String reason(Throwable failure) {
        if (ConnectionFailures.find(failure, UnknownHostException.class).isPresent()) {
            return "its host name is not known";
        }
        if (ConnectionFailures.isNotConnected(failure)) {
            return "it can't be connected to: refused, or no way there";
        }
        if (ConnectionFailures.find(failure, SSLException.class).isPresent()) {
            return "no secure connection could be made to it (TLS)";
        }
        if (ConnectionFailures.find(failure, StreamResetException.class).isPresent()
                || ConnectionFailures.find(failure, SocketException.class).isPresent()) {
            return "it broke off the connection before its answer was complete";
        }
        if (ConnectionFailures.find(failure, TooLongFrameException.class).isPresent()) {
            return "the head of its answer is larger than " + Sizes.inWords(UpstreamSettings.LARGEST_HEAD);
        }
        if (ConnectionFailures.find(failure, DecoderException.class).isPresent()
                || ConnectionFailures.find(failure, Http2Exception.class).isPresent()
                || ConnectionFailures.find(failure, IllegalArgumentException.class)
                        .isPresent()) {
            return "its answer is not proper HTTP";
        }
        return "the connection ended before its answer was complete";
    }
}
