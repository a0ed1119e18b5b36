package dev.newsfan.loadlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A source of the lab: the same answers as the stubs of dev mode, from the same files.
 *
 * @param name as it is configured in the service
 * @param format likewise
 * @param stub the stub that it is a copy of; with more sources than stubs they repeat
 */
record StubSource(String name, String format, String stub) {

    static final Path FOLDER = Path.of("src", "test", "resources", "stubs", "__files");

    private static final List<StubSource> STUBS = List.of(
            new StubSource("world-wire", "newsapi", "world-wire.json"),
            new StubSource("science-feed", "json-feed", "science-feed.json"),
            new StubSource("city-herald", "feed", "city-herald.xml"));

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "newsapi", "application/json; charset=utf-8",
            "json-feed", "application/feed+json",
            "feed", "application/rss+xml; charset=utf-8");

    static List<StubSource> first(int sources) {
        return IntStream.range(0, sources)
                .mapToObj(index -> {
                    StubSource stub = STUBS.get(index % STUBS.size());
                    int round = index / STUBS.size();
                    return round == 0 ? stub : new StubSource(stub.name + "-" + (round + 1), stub.format, stub.stub);
                })
                .toList();
    }

    String contentType() {
        return CONTENT_TYPES.get(format);
    }

    byte[] body() throws IOException {
        return Files.readAllBytes(FOLDER.resolve(stub));
    }
}
