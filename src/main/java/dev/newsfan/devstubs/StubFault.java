package dev.newsfan.devstubs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a stub, so that one sees what becomes of the digest. */
enum StubFault {
    /** Answers after half a second. */
    FASTER(500),
    /** Answers after four seconds: twice the usual, and a little less than the default timeout. */
    SLOWER(4000),
    /** Answers with status 500. */
    FAIL(500),
    /** Begins at once, and then sends its body drop by drop for longer than any timeout. */
    DRIP(0),
    /** Answers after two seconds. */
    NORMAL(2000);

    private static final String KEY = "trouble";
    private static final int DROPS = 100;
    private static final int DRIP_MILLIS = 20_000;

    private final int delayMillis;

    StubFault(int delayMillis) {
        this.delayMillis = delayMillis;
    }

    /** What the page and the URL call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StubFault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }

    /** The trouble that a stub is in; it is noted in the stub itself, so that a reload of the service doesn't lose it. */
    static StubFault in(JsonNode mapping) {
        return of(mapping.path("metadata").path(KEY).asText()).orElse(NORMAL);
    }

    /** The same stub in this trouble. */
    ObjectNode of(ObjectNode mapping) {
        ObjectNode changed = mapping.deepCopy();
        changed.withObject("metadata").put(KEY, word());
        ObjectNode response = changed.withObject("response");
        response.put("status", this == FAIL ? 500 : 200);
        response.put("fixedDelayMilliseconds", delayMillis);
        response.remove("chunkedDribbleDelay");
        if (this == DRIP) {
            response.withObject("chunkedDribbleDelay")
                    .put("numberOfChunks", DROPS)
                    .put("totalDuration", DRIP_MILLIS);
        }
        return changed;
    }
}
