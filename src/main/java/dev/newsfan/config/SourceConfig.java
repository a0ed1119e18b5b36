package dev.newsfan.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One source, as configured under {@code newsfan.sources.NAME}. */
public interface SourceConfig {

    /**
     * How many calls one HTTP/2 connection carries at a time. The peer decides; it should not allow fewer (RFC 9113,
     * section 6.5.2).
     */
    int STREAMS_PER_CONNECTION = 100;

    /** Where to ask: an absolute http or https URL, asked as it is, with its query. It must be given. */
    Optional<String> url();

    /** How the source writes its answer: {@code newsapi}, {@code json-feed} or {@code feed} (RSS and Atom). It must be given. */
    Optional<String> format();

    /** The longest that a call may take, connecting and the whole body included; 1 ms to 5 minutes. */
    @WithDefault("5s")
    @WithConverter(ConfigValues.OfDuration.class)
    Duration timeout();

    /** Where the source stands among the others, lowest first; equals go by name. A configuration map keeps no order. */
    @WithDefault("1000")
    @WithConverter(ConfigValues.OfNumber.class)
    int order();

    /** Whether the source takes part. */
    @WithDefault("true")
    @WithConverter(ConfigValues.OfSwitch.class)
    boolean enabled();

    /** Request headers, an API key for example. Their values are never logged or shown. */
    Map<String, String> headers();

    /** Whether to speak HTTP/2: with ALPN over https, with an upgrade (h2c) over http. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    boolean http2();

    /**
     * The most connections to this source, 1 to 65535; left out, as many as the modes' limits need. Over HTTP/2 each
     * carries up to {@value #STREAMS_PER_CONNECTION} calls at a time, otherwise one.
     */
    Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> connections();

    /** The largest body that is read, unpacked; 1 byte to 100 MB. */
    @WithDefault("2M")
    @WithConverter(ConfigValues.OfSize.class)
    MemorySize maxSize();
}
