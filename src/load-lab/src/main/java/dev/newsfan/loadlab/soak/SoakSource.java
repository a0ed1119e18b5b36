package dev.newsfan.loadlab.soak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sources. Each has faults that no other has, so that a report that stands by the wrong name is found. */
public enum SoakSource {
    ALPHA("newsapi", Fault.STATUS_500, Fault.RESET_BEFORE_HEAD, Fault.STALLED_BODY),
    BETA("json-feed", Fault.STATUS_429, Fault.RESET_IN_HEAD, Fault.DRIPPED_BODY),
    GAMMA("feed", Fault.STATUS_503, Fault.RESET_IN_BODY, Fault.SLOW_HEAD),
    DELTA("newsapi", Fault.STATUS_304, Fault.REFUSED, Fault.TOO_LONG_A_LENGTH),
    EPSILON("json-feed", Fault.TOO_LARGE, Fault.GZIP_BOMB),
    ZETA("feed", Fault.GARBAGE, Fault.CUT_OFF_GZIP, Fault.TOO_SHORT_A_LENGTH);

    private final String format;
    private final List<Fault> faults;

    SoakSource(String format, Fault... faults) {
        this.format = format;
        this.faults = List.of(faults);
    }

    /** As it is configured in the service, and in its reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the service calls it. */
    public String format() {
        return format;
    }

    /** What it does wrong now and then. */
    public List<Fault> faults() {
        return faults;
    }

    /** The names of all, in the order in which they are configured. */
    public static List<String> words() {
        return Stream.of(values()).map(SoakSource::word).toList();
    }
}
