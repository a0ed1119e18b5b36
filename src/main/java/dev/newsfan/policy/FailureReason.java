package dev.newsfan.policy;

import dev.newsfan.config.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Why a source has no fresh answer: the one place where the reasons of the source reports are written.
 *
 * @param code one word for programs: letters, digits and underscores
 * @param words for people, and for anyone: no key, no stack trace, nothing that the source sent but names and numbers
 * @param retryAfter how long it would be in vain to ask again; empty if nobody knows
 * @param forbiddenBy the policy that forbade the call, so that the source was not asked; empty if none did
 */
public record FailureReason(
        String code, String words, Optional<Duration> retryAfter, Optional<PolicyEvent> forbiddenBy) {

    /** How long a source that has been asked too often is left alone if it doesn't say. */
    public static final Duration BACK_OFF = Duration.ofSeconds(10);

    private static final String TIMEOUT = "timeout";
    private static final String STATUS = "status_";
    private static final String TOO_MANY_REQUESTS = STATUS + 429;
    private static final String INTERNAL = "internal";
    private static final String NO_MEMORY = "no_memory";
    private static final String NOT_CONNECTED = "not_connected";
    private static final String CONNECTION_LOST = "connection_lost";
    private static final String REDIRECT = "redirect";

    /** Failures of ours, and of a source that works well enough to count. */
    private static final Set<String> NOT_ITS_FAULT = Set.of(INTERNAL, NO_MEMORY, TOO_MANY_REQUESTS);

    private static FailureReason of(String code, String words) {
        return new FailureReason(code, words, Optional.empty(), Optional.empty());
    }

    private static FailureReason forbidden(PolicyEvent by, String words, Duration retryAfter) {
        return new FailureReason(by.word(), words, Optional.of(retryAfter), Optional.of(by));
    }

    /** The same, of a source that says when to ask again; its negative times count as zero. */
    public FailureReason notBefore(Duration time) {
        return new FailureReason(code, words, Optional.of(time.isNegative() ? Duration.ZERO : time), forbiddenBy);
    }

    /** The same in other words, such as without what is not for anyone. */
    public FailureReason inWords(String others) {
        return new FailureReason(code, others, retryAfter, forbiddenBy);
    }

    /** Whether a policy forbade the call, so that the source was not asked. */
    public boolean forbidden() {
        return forbiddenBy.isPresent();
    }

    /** Whether the connection ended before anything of an answer came, so that it may be asked again at once. */
    boolean isUnanswered() {
        return isConnectionFailure() && retryAfter.filter(Duration::isZero).isPresent();
    }

    /** Whether there was no complete answer in time. */
    public boolean isTimeout() {
        return code.equals(TIMEOUT);
    }

    /** Whether it is one of what the source has answered. */
    public boolean isStatus(int status) {
        return code.equals(STATUS + status);
    }

    /** Whether it is a status that the source has answered with. */
    private boolean isStatus() {
        return code.startsWith(STATUS);
    }

    /** For how long the source wishes not to be asked, as it has just said; empty if it has said no such thing. */
    Optional<Duration> wish() {
        return forbidden() || !isStatus()
                ? Optional.empty()
                : retryAfter
                        .or(() -> Optional.of(BACK_OFF).filter(_ -> code.equals(TOO_MANY_REQUESTS)))
                        .filter(Duration::isPositive);
    }

    /** Whether the connection failed: there was none, or it ended too early. */
    boolean isConnectionFailure() {
        return code.equals(NOT_CONNECTED) || code.equals(CONNECTION_LOST);
    }

    /** Whether it tells of a source that is ill. One that has been asked too often isn't. */
    boolean isTheSourcesFault() {
        return !forbidden() && !NOT_ITS_FAULT.contains(code);
    }

    /** The same for a call that isn't made, as the source has wished so, for so much longer. */
    public FailureReason backedOff(Duration left) {
        return new FailureReason(
                code,
                words + "; not asked again for another " + seconds(left) + ", as it wishes",
                Optional.of(left),
                Optional.of(PolicyEvent.BACKED_OFF));
    }

    /**
     * It is left alone, as it fails again and again.
     *
     * @param last why it failed the last time
     * @param left for how much longer
     */
    static FailureReason circuitOpen(FailureReason last, Duration left) {
        return circuitOpen("not asked for another " + seconds(left) + ", as it failed too often", last, left);
    }

    /** It is left alone but for one call that tries whether it works again. */
    static FailureReason circuitProbing(FailureReason last) {
        return circuitOpen(
                "not asked while another call tries it again, as it failed too often", last, Duration.ofSeconds(1));
    }

    private static FailureReason circuitOpen(String words, FailureReason last, Duration retryAfter) {
        return forbidden(PolicyEvent.CIRCUIT_OPEN, words + "; the last time: " + last.words(), retryAfter);
    }

    /** As many calls are under way as may be. */
    static FailureReason bulkheadFull(int most) {
        return forbidden(
                PolicyEvent.BULKHEAD_FULL,
                "not asked, as calls under way take all of its places, " + most + " (bulkhead)",
                Duration.ofSeconds(1));
    }

    /** As many calls have been made as may be; the next may be made when so much time has passed. */
    static FailureReason rateLimited(Rate rate, Duration left) {
        return forbidden(
                PolicyEvent.RATE_LIMITED,
                "not asked for another " + seconds(left) + ", as its rate of " + rate + " is used up (max-rate)",
                left);
    }

    /** Rounded up: who comes back then must not come too early. */
    private static String seconds(Duration time) {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds()) + " s";
    }

    /** Whoever asked could not wait any longer for a complete answer. */
    static FailureReason tooSlow() {
        return of(TIMEOUT, "no complete answer in time");
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
        return of(INTERNAL, "Newsfan itself failed while reading it; its log says how");
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
                    case 407 -> answered + ": the proxy wants to know who asks, or doesn't believe it";
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

    /** The same of a place that it has redirected to, as it may be shown. */
    public FailureReason at(String place) {
        return isRedirect()
                ? this
                : new FailureReason(
                        code, "it redirects to " + place + ", and there: " + words, retryAfter, forbiddenBy);
    }

    private boolean isRedirect() {
        return code.equals(REDIRECT);
    }

    /** The same of the parts that its answer is made of, of which none could be had. */
    public FailureReason ofAllParts() {
        return new FailureReason(code, "of the parts of its answer none came: " + words, retryAfter, forbiddenBy);
    }

    /** A part of its answer is somewhere else than the answer itself. */
    public static FailureReason partElsewhere() {
        return of("unreadable", "a part of its answer is said to be at another origin, or at no http or https URL");
    }

    /** A part of its answer is not what it should be. */
    public static FailureReason partUnreadable() {
        return of("unreadable", "a part of its answer is not JSON, or was cut off");
    }

    /** It redirects, and doesn't say where to, or not in a way that can be read. */
    public static FailureReason redirectNowhere(int status) {
        return of(
                REDIRECT,
                "it answered with status " + status + ", a redirect, but not with an http or https URL to go to");
    }

    /** It redirects from https to http, where anybody could have written what is read. */
    public static FailureReason redirectToPlain(String place) {
        return of(REDIRECT, "it redirects from https to " + place + ", which is not followed, as that is not secure");
    }

    /** It redirects to where it has redirected from. */
    public static FailureReason redirectInCircle(String place) {
        return of(REDIRECT, "it redirects in a circle, back to " + place);
    }

    /** It redirects once more often than is followed. */
    public static FailureReason redirectsTooOften(int most, String place) {
        return of(REDIRECT, "it redirects more than " + most + " times (redirects), at last to " + place);
    }

    /** It redirects into a network that others can't see. */
    public static FailureReason redirectToPrivate(String place) {
        return of(
                REDIRECT,
                "it redirects to " + place + ", a private address, which is not followed (private-redirects)");
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
                NO_MEMORY,
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
        return of(NOT_CONNECTED, "it can't be connected to: refused, or no way there");
    }

    /** There is no secure connection to it. */
    public static FailureReason notSecure() {
        return of("tls", "no secure connection could be made to it (TLS)");
    }

    /** There is no secure connection to it, for a reason that is known. */
    public static FailureReason notSecure(String why) {
        return of("tls", notSecure().words() + ": " + why);
    }

    /** There is no connection to the proxy that leads to it. */
    public static FailureReason proxyNotConnected() {
        return of("proxy", "the proxy on the way to it can't be connected to: unknown, refused, or no way there");
    }

    /** The proxy doesn't let anybody through to it, or not us. */
    public static FailureReason proxy() {
        return of("proxy", "the proxy makes no connection to it: it can't, or doesn't want to");
    }

    /** It has ended the connection or the stream. */
    public static FailureReason brokenOff() {
        return of(CONNECTION_LOST, "it broke off the connection before its answer was complete");
    }

    /** The connection has ended. */
    public static FailureReason ended() {
        return of(CONNECTION_LOST, "the connection ended before its answer was complete");
    }

    /** It doesn't speak HTTP. */
    public static FailureReason notHttp() {
        return of("not_http", "its answer is not proper HTTP");
    }
}
