package dev.newsfan.config;

import java.time.Duration;

/** Values as the configuration has them. */
final class Written {

    private static final long UNIT = 1024;

    private Written() {}

    /** In the largest unit that leaves a whole number. */
    static String duration(Duration time) {
        long millis = time.toMillis();
        if (millis == 0) {
            return "0";
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds % 86_400 == 0
                ? seconds / 86_400 + "d"
                : seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** Likewise. */
    static String size(long bytes) {
        if (bytes % UNIT != 0) {
            return String.valueOf(bytes);
        }
        long kilos = bytes / UNIT;
        return kilos % (UNIT * UNIT) == 0
                ? kilos / UNIT / UNIT + "G"
                : kilos % UNIT == 0 ? kilos / UNIT + "M" : kilos + "K";
    }

    static String onOff(boolean is) {
        return is ? "on" : "off";
    }
}
