package dev.newsfan.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.aggregate.SourceCheck.Checked;
import dev.newsfan.aggregate.SourceReport;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.policy.CacheHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTableTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<Instant> TODAY = Optional.of(Instant.parse("2026-11-21T10:00:30Z"));
    private static final CacheHeaders ETAG = new CacheHeaders(
            Optional.of(Duration.ofMinutes(5)), true, false, Optional.of("\"a\""), Optional.of("Sat, 21 Nov 2026"));

    private static Checked source(
            String name,
            Outcome.Kind outcome,
            int articles,
            int dropped,
            Optional<Instant> newest,
            CacheHeaders headers) {
        Optional<String> reason = Optional.of("it is ill").filter(_ -> outcome != Outcome.Kind.OK);
        SourceReport report = new SourceReport(
                name,
                outcome,
                articles,
                dropped,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMillis(1234),
                "main",
                List.of(),
                Optional.empty(),
                reason,
                Optional.empty());
        return new Checked(report, "feed", newest, headers, Optional.empty());
    }

    private static List<String> lines(Checked... sources) {
        return new CheckTable(List.of(sources), NOW).text().lines().toList();
    }

    @Test
    void hasALineForEachSource() {
        assertThat(lines(
                        source("wire", Outcome.Kind.OK, 10, 0, TODAY, ETAG),
                        source("the-herald", Outcome.Kind.TIMEOUT, 0, 0, Optional.empty(), CacheHeaders.NONE)))
                .containsExactly(
                        "source      outcome  format  articles  newest             time    caching",
                        "wire        ok       feed    10        2026-11-21T10:00Z  1.23 s  fresh for 300 s, no-cache, ETag, Last-Modified",
                        "the-herald  timeout  feed    -         -                  1.23 s  -",
                        "",
                        "the-herald: it is ill",
                        "1 of 2 failed.");
    }

    @Test
    void tellsWhereASourceHasMoved() {
        Checked there = source("wire", Outcome.Kind.OK, 10, 0, TODAY, ETAG);
        Checked moved = new Checked(
                there.report(),
                there.format(),
                there.newest(),
                there.headers(),
                Optional.of("https://new.example/feed"));

        assertThat(lines(moved))
                .contains(
                        "wire: it has moved for good to https://new.example/feed: write that into newsfan.sources.wire.url, "
                                + "with its query if it has one, which is not shown");
    }

    @Test
    void warnsOfWhatAnOperatorShouldSee() {
        Optional<Instant> old = Optional.of(NOW.minus(Duration.ofDays(31)));

        assertThat(lines(
                        source("empty", Outcome.Kind.OK, 0, 0, Optional.empty(), ETAG),
                        source("some", Outcome.Kind.OK, 2, 3, TODAY, ETAG),
                        source("one", Outcome.Kind.OK, 2, 1, TODAY, ETAG),
                        source("undated", Outcome.Kind.OK, 2, 0, Optional.empty(), ETAG),
                        source("old", Outcome.Kind.OK, 2, 0, old, ETAG)))
                .endsWith(
                        "empty: there is no article in its answer",
                        "some: 3 of its articles are left out: no http or https URL, not to be had, or more than max-articles",
                        "one: 1 of its articles is left out: no http or https URL, not to be had, or more than max-articles",
                        "undated: none of its articles has a date that can be read",
                        "old: it has had no news for more than 30 days: is it the right URL?",
                        "All 5 answered.");
    }
}
