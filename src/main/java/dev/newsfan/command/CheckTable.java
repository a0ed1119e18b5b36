package dev.newsfan.command;

import static java.util.stream.Collectors.joining;

import dev.newsfan.aggregate.SourceCheck.Checked;
import dev.newsfan.aggregate.SourceReport;
import dev.newsfan.policy.CacheHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the sources answered, as a table for people, with what they should know of each below. */
final class CheckTable {

    /** A source that is silent for so long may be one that has moved. */
    private static final Duration OLD = Duration.ofDays(30);

    private static final List<String> HEAD =
            List.of("source", "outcome", "format", "articles", "newest", "time", "caching");

    private final List<Checked> sources;
    private final Instant now;

    CheckTable(List<Checked> sources, Instant now) {
        this.sources = sources;
        this.now = now;
    }

    /** All of it, with a line end behind each line. */
    String text() {
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEAD), sources.stream().map(CheckTable::row))
                .toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        long failed = sources.stream().filter(source -> !source.report().isOk()).count();
        String sum =
                failed == 0 ? "All " + sources.size() + " answered." : failed + " of " + sources.size() + " failed.";
        return Stream.of(
                        rows.stream().map(row -> line(row, widths)),
                        Stream.of(""),
                        sources.stream().flatMap(this::notes),
                        Stream.of(sum))
                .flatMap(lines -> lines)
                .map(line -> line + System.lineSeparator())
                .collect(joining());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(joining("  "))
                .stripTrailing();
    }

    private static List<String> row(Checked source) {
        SourceReport report = source.report();
        boolean ok = report.isOk();
        return List.of(
                report.name(),
                report.outcome().word(),
                source.format(),
                ok ? String.valueOf(report.articles()) : "-",
                source.newest()
                        .map(time ->
                                time.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z"))
                        .orElse("-"),
                "%.2f s".formatted(report.elapsed().toMillis() / 1000.0),
                ok ? caching(source.headers()) : "-");
    }

    private static String caching(CacheHeaders headers) {
        List<String> words = new ArrayList<>();
        headers.lifetime().ifPresent(time -> words.add("fresh for " + time.toSeconds() + " s"));
        if (headers.noStore()) {
            words.add("no-store");
        } else if (headers.noCache()) {
            words.add("no-cache");
        }
        headers.etag().ifPresent(_ -> words.add("ETag"));
        headers.lastModified().ifPresent(_ -> words.add("Last-Modified"));
        return words.isEmpty() ? "nothing said" : String.join(", ", words);
    }

    private Stream<String> notes(Checked source) {
        SourceReport report = source.report();
        List<String> notes = new ArrayList<>();
        report.reason().ifPresent(notes::add);
        source.movedTo()
                .ifPresent(place -> notes.add("it has moved for good to " + place + ": write that into newsfan.sources."
                        + report.name() + ".url, with its query if it has one, which is not shown"));
        if (report.isOk() && report.articles() == 0 && report.dropped() == 0) {
            notes.add("there is no article in its answer");
        }
        if (report.dropped() > 0) {
            notes.add((report.dropped() == 1 ? "1 of its articles is" : report.dropped() + " of its articles are")
                    + " left out: no http or https URL, not to be had, or more than max-articles");
        }
        if (report.articles() > 0 && source.newest().isEmpty()) {
            notes.add("none of its articles has a date that can be read");
        }
        source.newest()
                .filter(newest -> newest.isBefore(now.minus(OLD)))
                .ifPresent(_ ->
                        notes.add("it has had no news for more than " + OLD.toDays() + " days: is it the right URL?"));
        return notes.stream().map(note -> report.name() + ": " + note);
    }
}
