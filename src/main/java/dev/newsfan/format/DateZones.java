package dev.newsfan.format;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The time zones that dates name. */
final class DateZones {

    /** In minutes. RFC 822, section 5, has the American ones; of a name with several meanings the usual one counts. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("Z", 0),
            Map.entry("WET", 0),
            Map.entry("AT", -240),
            Map.entry("ET", -300),
            Map.entry("CT", -360),
            Map.entry("MT", -420),
            Map.entry("PT", -480),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("HST", -600),
            Map.entry("AST", -240),
            Map.entry("ADT", -180),
            Map.entry("NST", -210),
            Map.entry("NDT", -150),
            Map.entry("BRT", -180),
            Map.entry("ART", -180),
            Map.entry("BST", 60),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("MET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("SAST", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("TRT", 180),
            Map.entry("IST", 330),
            Map.entry("PKT", 300),
            Map.entry("ICT", 420),
            Map.entry("WIB", 420),
            Map.entry("SGT", 480),
            Map.entry("HKT", 480),
            Map.entry("AWST", 480),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("ACST", 570),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780));

    private DateZones() {}

    /** The zone of this name, such as EST or America/New_York, or empty if there is none. */
    static Optional<ZoneId> named(String name) {
        Integer minutes = MINUTES.get(name.toUpperCase(Locale.ROOT));
        if (minutes != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
        }
        return name.indexOf('/') < 0 ? Optional.empty() : region(name);
    }

    private static Optional<ZoneId> region(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The zone so far from UTC, or empty if none is. */
    static Optional<ZoneId> offset(int sign, int hours, int minutes) {
        boolean fits = hours < 18 && minutes < 60;
        return fits ? Optional.of(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60))) : Optional.empty();
    }
}
