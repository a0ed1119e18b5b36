package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a source has no fresh answer: the one place where the reasons of the source reports are written.
 *
 * @param code one word for programs: letters, digits and underscores
 * @param words for people, and for anyone: no key, no stack trace, nothing that the source sent but names and numbers
 * @param retryAfter how long it would be in vain to ask again; empty if nobody knows
 * @param forbidden whether a policy forbade the call, so that the source was not asked
 */
public record FailureReason(String code, String words, Optional<Duration> retryAfter, boolean forbidden) {

    private static final String TIMEOUT = "timeout";
    private static final String STATUS = "status_";

    private static FailureReason of(String code, String words) {
        return new FailureReason(code, words, Optional.empty(), false);
    }

    private static FailureReason forbidden(String code, String words, Duration retryAfter) {
        return new FailureReason(code, words, Optional.of(retryAfter), true);
    }

    /** The same, of a source that says when to ask again; its negative times count as zero. */
    public FailureReason notBefore(Duration time) {
        return new FailureReason(code, words, Optional.of(time.isNegative() ? Duration.ZERO : time), forbidden);
    }

    /** Whether it is one of what the source has answered. */
    public boolean isStatus(int status) {
        return code.equals(STATUS + status);
    }

    /**
     * There was no complete answer in time.
     *
     * @param allowed the time that the call had
     * @param budgetBound whether that was what was left of the request's budget, and not the source's timeout
     */
    public static FailureReason late(Duration allowed, boolean budgetBound) {
        return of(
                TIMEOUT,
                "no complete answer within %s s, %s"
                        .formatted(
                                allowed.toMillis() / 1000.0,
                                budgetBound ? "which was what was left of the request's budget" : "its timeout"));
    }

    /** It was not asked, as there was no time left. */
    public static FailureReason skipped() {
        return of("skipped", "not asked, as nothing was left of the request's budget");
    }

    /** Its call failed by a mistake of ours. */
    public static FailureReason ours() {
        return of("internal", "Newsfan itself failed while reading it; its log says how");
    }

    /** It answered with a status that is no success. */
    public static FailureReason status(int status) {
        String answered = "it answered with status " + status;
        return of(
                STATUS + status,
                switch (status) {
                    case 206 -> answered + ": a part only, though all was asked for";
                    case 304 -> answered + " (not modified), though it was not asked whether it is";
                    case 401, 403 -> answered + ": the API key is missing, wrong or not allowed to ask this";
                    case 429 -> answered + ": it has been asked too often";
                    default -> answered + familyNote(status / 100);
                });
    }

    private static String familyNote(int family) {
        return switch (family) {
            case 1 -> ", which should only come before another";
            case 3 -> ", a redirect, which is not followed: configure the new address";
            default -> "";
        };
    }

    /** Its answer has no body. */
    public static FailureReason empty(int status) {
        return of("empty", "its answer is empty (status " + status + ")");
    }

    /** Its answer is not what its format reads, and this is what a reader says of it. */
    public static FailureReason unreadable(String words) {
        return of("unreadable", words);
    }

    /** Its answer has a content type that its format never has. */
    public static FailureReason contentType(String type, String format) {
        return of(
                "content_type",
                "its answer has the content type " + type + ", which the format " + format + " never has");
    }

    /** Its answer is larger than it may be. */
    public static FailureReason tooLarge(long maxSize) {
        return of("too_large", "its answer is larger than " + Sizes.inWords(maxSize) + " (max-size)");
    }

    /** The head of its answer is larger than any may be. */
    public static FailureReason headTooLarge(long most) {
        return of("too_large", "the head of its answer is larger than " + Sizes.inWords(most));
    }

    /** Its answer comes in pieces that cost more than what is in them. */
    public static FailureReason tooManyPieces() {
        return of("too_many_pieces", "its answer comes in too many pieces of a few bytes each");
    }

    /** There was no memory left for all answers, and its was the largest. */
    public static FailureReason tooManyBytesInFlight(long limit) {
        return of(
                "no_memory",
                "its answer had to give way, as more than " + Sizes.inWords(limit)
                        + " had arrived for all requests (newsfan.max-bytes-in-flight)");
    }

    /** Its answer is packed, and not as it may be. */
    public static FailureReason packed(String accepted) {
        return of("packed", "its answer is packed in a way that it was not asked for; allowed: " + accepted);
    }

    /** Its answer can't be unpacked. */
    public static FailureReason notUnpacked() {
        return of("packed", "its answer can't be unpacked, or was cut off");
    }

    /** Its host name can't be resolved. */
    public static FailureReason unknownHost() {
        return of("unknown_host", "its host name is not known");
    }

    /** There is no connection to it. */
    public static FailureReason notConnected() {
        return of("not_connected", "it can't be connected to: refused, or no way there");
    }

    /** There is no secure connection to it. */
    public static FailureReason notSecure() {
        return of("tls", "no secure connection could be made to it (TLS)");
    }

    /** It has ended the connection or the stream. */
    public static FailureReason brokenOff() {
        return of("connection_lost", "it broke off the connection before its answer was complete");
    }

    /** The connection has ended. */
    public static FailureReason ended() {
        return of("connection_lost", "the connection ended before its answer was complete");
    }

    /** It doesn't speak HTTP. */
    public static FailureReason notHttp() {
        return of("not_http", "its answer is not proper HTTP");
    }

    /** All replicas together have asked as often as they may. */
    public static FailureReason rateLimited(Rate rate, Duration wait) {
        return forbidden("rate_limited", "not asked, as it may be asked no more than " + rate + " (max-rate)", wait);
    }

    /** The source has said so before, and it is not time yet: it was not asked. */
    public FailureReason stillNotBefore(Duration left) {
        return forbidden(
                code,
                "%s; it is not asked again for %d s, as it wishes".formatted(words, Math.max(1, left.toSeconds())),
                left);
    }
}
