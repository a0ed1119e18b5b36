package dev.newsfan.timeline;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a request: by the trace that its caller has begun (W3C Trace Context, section 3.2), or else by one that is new. */
public final class TraceId {

    /** Later versions may add something; {@code ff} is none. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private TraceId() {}

    /**
     * The id: 32 hexadecimal digits, not all of them zero.
     *
     * @param traceparent the header of that name, which may be anything
     */
    public static String of(Optional<String> traceparent) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .filter(header -> header.group(2) == null || !header.group().startsWith("00"))
                .map(header -> header.group(1))
                .orElseGet(TraceId::any);
    }

    /**
     * What stands at the end of a line of the log that tells of the request.
     *
     * @param id see {@link Step#trace()}; empty if nobody knows it: then there is nothing to say
     */
    public static String mark(String id) {
        return id.isEmpty() ? "" : " (trace " + id + ")";
    }

    private static String any() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + hex.toHexDigits(random.nextLong());
    }
}
