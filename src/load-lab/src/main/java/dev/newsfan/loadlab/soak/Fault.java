package dev.newsfan.loadlab.soak;

import java.util.regex.Pattern;

/** What a source does wrong, and how its report then says so. */
public enum Fault {
    REFUSED("connect"),
    RESET_BEFORE_HEAD("connect"),
    RESET_IN_HEAD("connect|proper HTTP"),
    RESET_IN_BODY("connect"),
    STALLED_BODY,
    DRIPPED_BODY,
    SLOW_HEAD,
    GARBAGE("XML|format|cut off|feed"),
    TOO_LARGE("larger than"),
    GZIP_BOMB("larger than"),
    CUT_OFF_GZIP("pack|gzip|cut off|ended"),
    STATUS_304("status 304"),
    STATUS_429("status 429"),
    STATUS_500("status 500"),
    STATUS_503("status 503"),
    TOO_SHORT_A_LENGTH("XML|cut off|feed"),
    TOO_LONG_A_LENGTH("connect|ended");

    private static final String STATUS = "STATUS_";

    private final Pattern reason;

    /** One after which nothing comes any more, so that only a deadline ends it. */
    Fault() {
        this("no complete answer");
    }

    Fault(String reason) {
        this.reason = Pattern.compile(reason);
    }

    /** Whether a report with this reason may be about it. */
    public boolean isToldBy(String reported) {
        return reason.matcher(reported).find();
    }

    /** Whether only a deadline ends it. */
    public boolean hangs() {
        return this == STALLED_BODY || this == DRIPPED_BODY || this == SLOW_HEAD;
    }

    /** The status that it is answered with. */
    public int status() {
        return name().startsWith(STATUS) ? Integer.parseInt(name().substring(STATUS.length())) : 200;
    }
}
