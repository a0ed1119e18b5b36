package dev.newsfan.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The policies that are on, with their values, as the configuration names them. */
record PolicyWords(List<String> words) {

    static PolicyWords of(PolicyKeys source, PolicyKeys all) {
        PolicySettings set = PolicySettings.of(source, all);
        return new PolicyWords(Stream.of(
                        word("share", set.share()),
                        time("fresh-for", set.freshFor()),
                        word("cache-control=ignore", !set.obey()),
                        time("stale-for", set.staleFor()),
                        word("retries=" + set.retries(), set.retries() > 0),
                        time("breaker", set.breaker() ? set.breakerWait() : Duration.ZERO),
                        word("backoff", set.backoff()),
                        set.bulkhead().map(most -> "bulkhead=" + most),
                        set.maxRate().map(rate -> "max-rate=" + rate),
                        set.hedgeAfter().map(after -> "hedge-after=" + written(after)))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> word(String word, boolean isOn) {
        return Optional.of(word).filter(_ -> isOn);
    }

    private static Optional<String> time(String key, Duration time) {
        return word(key + "=" + Written.duration(time), time.isPositive());
    }

    private static String written(HedgeAfter after) {
        return after.percentile()
                .map(percentile -> "p" + percentile)
                .orElseGet(() -> after.time().map(Written::duration).orElseThrow());
    }

    @Override
    public String toString() {
        return words.isEmpty() ? "none" : String.join(" ", words);
    }
}
