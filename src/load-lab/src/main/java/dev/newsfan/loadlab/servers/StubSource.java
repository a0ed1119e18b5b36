package dev.newsfan.loadlab.servers;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A source of the lab: the same answers as the stubs of the service's dev mode, from the same files.
 *
 * @param name as it is configured in the service
 * @param format likewise
 * @param contentType of its answer
 * @param file with its answer; with more sources than files they repeat
 */
public record StubSource(String name, String format, String contentType, String file) {

    private static final List<StubSource> STUBS = List.of(
            new StubSource("world-wire", "newsapi", "application/json; charset=utf-8", "world-wire.json"),
            new StubSource("science-feed", "json-feed", "application/feed+json", "science-feed.json"),
            new StubSource("city-herald", "feed", "application/rss+xml; charset=utf-8", "city-herald.xml"));

    /** So many sources, each under a name of its own. */
    public static List<StubSource> first(int sources) {
        return IntStream.range(0, sources)
                .mapToObj(index -> STUBS.get(index % STUBS.size()).named(index / STUBS.size()))
                .toList();
    }

    private StubSource named(int round) {
        return round == 0 ? this : new StubSource(name + "-" + (round + 1), format, contentType, file);
    }

    byte[] body() throws IOException {
        try (InputStream answer = StubSource.class.getResourceAsStream("/stubs/" + file)) {
            return Objects.requireNonNull(answer, file).readAllBytes();
        }
    }
}
