package dev.newsfan.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A policy, a fault and a mode: a source of its own that answers once and has the fault from then on.
 *
 * @param policy what stands between
 * @param fault of the source
 * @param mode that it is asked in
 */
record MatrixCell(Policies policy, Trouble fault, String mode) {

    /** How many requests come after the one that is answered, one after another. */
    static final int REQUESTS = 6;

    /** How long a source may take, which one that answers never needs. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** How long a silent one is waited for. */
    private static final Duration SILENCE = Duration.ofMillis(800);

    /** What is wrong with a source. */
    enum Trouble {
        NONE(""),
        STATUS_500("status_500"),
        STATUS_503("status_503"),
        STATUS_404("status_404"),
        STATUS_429("status_429"),
        CUT_OFF("connection_lost"),
        GARBAGE("unreadable"),
        SILENT("timeout");

        /** The code of its report where no policy stands between. */
        final String code;

        Trouble(String code) {
            this.code = code;
        }

        boolean isRetried() {
            return this == STATUS_503 || this == CUT_OFF;
        }
    }

    /** What stands between, by the keys that differ from no policy at all. */
    enum Policies {
        NO_POLICY,
        SHARE("share=true"),
        FRESH("fresh-for=1h"),
        STALE("stale-for=1h"),
        RETRY("retries=1"),
        BREAKER("breaker=true"),
        BACKOFF("backoff=true"),
        BULKHEAD("bulkhead=1"),
        RATE("max-rate=3/1d"),
        // Half of the silence: who answers at all needs less, also on a busy machine.
        HEDGE("hedge-after=400ms"),
        ALL("share=true", "stale-for=1h", "retries=1", "breaker=true", "backoff=true", "bulkhead=5", "max-rate=100/1d");

        private static final Map<String, String> OFF = Map.of(
                "share",
                "false",
                "fresh-for",
                "0",
                "stale-for",
                "0",
                "retries",
                "0",
                "breaker",
                "false",
                "backoff",
                "false");

        private final List<String> keys;

        Policies(String... keys) {
            this.keys = List.of(keys);
        }

        private Stream<String> settings() {
            Stream<String> off = OFF.entrySet().stream()
                    .filter(key -> keys.stream().noneMatch(own -> own.startsWith(key.getKey() + "=")))
                    .map(key -> key.getKey() + "=" + key.getValue());
            return Stream.concat(off, keys.stream());
        }
    }

    /**
     * What must have come of it.
     *
     * @param calls that the source has seen in all
     * @param outcome of the last report
     * @param code of the last report; empty if there is none
     * @param stale whether the last report says so
     */
    record Expected(int calls, String outcome, String code, boolean stale) {}

    static Stream<MatrixCell> all() {
        return Arrays.stream(Policies.values())
                .flatMap(policy -> Arrays.stream(Trouble.values())
                        .flatMap(fault -> Stream.of("sync", "async", "virtual")
                                .map(mode -> new MatrixCell(policy, fault, mode))));
    }

    /** The name of the source, which is its path, too. */
    String source() {
        return (policy + "-" + fault + "-" + mode).toLowerCase(Locale.ROOT);
    }

    /** Its configuration, but for the URL. */
    Stream<String> settings() {
        return Stream.concat(
                Stream.of("format=json-feed", "timeout=" + timeout().toMillis() + "ms"), policy.settings());
    }

    private Duration timeout() {
        return fault == Trouble.SILENT ? SILENCE : TIMEOUT;
    }

    Expected expected() {
        if (fault == Trouble.NONE) {
            return switch (policy) {
                case FRESH -> ok(1);
                case RATE -> failed(3, "rate_limited");
                default -> ok(1 + REQUESTS);
            };
        }
        return switch (policy) {
            case FRESH -> ok(1);
            case STALE -> new Expected(1 + REQUESTS, "ok", fault.code, true);
            case RETRY -> failed(fault.isRetried() ? 1 + 2 * REQUESTS : 1 + REQUESTS, fault.code);
            // It opens when five calls are known, of which four have failed; a source that is asked too often is not
            // ill.
            case BREAKER -> fault == Trouble.STATUS_429 ? failed(1 + REQUESTS, fault.code) : failed(5, "circuit_open");
            case BACKOFF -> failed(fault == Trouble.STATUS_429 ? 2 : 1 + REQUESTS, fault.code);
            case RATE -> failed(3, "rate_limited");
            // The first call that is slow gets a second one; then the budget of one in ten is used up.
            case HEDGE -> failed(fault == Trouble.SILENT ? 2 + REQUESTS : 1 + REQUESTS, fault.code);
            case ALL ->
                fault == Trouble.STATUS_429
                        ? new Expected(2, "ok", fault.code, true)
                        : new Expected(5, "ok", "circuit_open", true);
            case NO_POLICY, SHARE, BULKHEAD -> failed(1 + REQUESTS, fault.code);
        };
    }

    private static Expected ok(int calls) {
        return new Expected(calls, "ok", "", false);
    }

    private Expected failed(int calls, String code) {
        return new Expected(calls, code.equals("timeout") ? "timeout" : "error", code, false);
    }

    @Override
    public String toString() {
        return source();
    }
}
