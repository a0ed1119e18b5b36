package dev.newsfan.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The three sources of dev mode, as WireMock stands for them. */
enum DevSource {
    WORLD_WIRE("world-wire", "/world-wire/v2/top-headlines", "application/json", "world-wire.json"),
    SCIENCE_FEED("science-feed", "/science-feed/feed.json", "application/json", "science-feed.json"),
    CITY_HERALD("city-herald", "/city-herald/rss.xml", "application/rss+xml", "city-herald.xml");

    /** For the parameter {@code sources}. */
    static final String ALL = Arrays.stream(values()).map(source -> source.word).collect(Collectors.joining(","));

    /** Its name in the configuration. */
    final String word;

    final String path;
    private final String contentType;
    private final String file;

    DevSource(String word, String path, String contentType, String file) {
        this.word = word;
        this.path = path;
        this.contentType = contentType;
        this.file = file;
    }

    /** Its ten articles, at once unless a delay is added. */
    ResponseDefinitionBuilder articles() {
        return aResponse().withHeader("Content-Type", contentType).withBodyFile(file);
    }

    MappingBuilder answering(ResponseDefinitionBuilder answer) {
        return WireMock.get(WireMock.urlPathEqualTo(path)).willReturn(answer);
    }
}
