package dev.newsfan.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One source, as configured under {@code newsfan.sources.NAME}. */
@RegisterForReflection
public interface SourceConfig extends PolicyKeys {

    /**
     * How many calls one HTTP/2 connection carries at a time. The peer decides; it should not allow fewer (RFC 9113,
     * section 6.5.2).
     */
    int STREAMS_PER_CONNECTION = 100;

    /** How many connections a source gets that isn't configured otherwise: what a public API forgives. */
    int CONNECTIONS = 50;

    /** Of a proxy: that there is none. */
    String NO_PROXY = "none";

    /** What all keys of a source begin with, without the last dot. A name with a dot needs quotes. */
    static String prefix(String name) {
        return "newsfan.sources." + (name.contains(".") ? '"' + name + '"' : name);
    }

    /** Those of these, by their names, that are enabled, in their order. */
    static List<Map.Entry<String, SourceConfig>> inOrder(Map<String, SourceConfig> sources) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().enabled())
                .sorted(Comparator.<Map.Entry<String, SourceConfig>>comparingInt(
                                source -> source.getValue().order())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Whether a source can have this URL. */
    static boolean canBeAsked(String url) {
        return Kind.URL.read(url).isPresent();
    }

    /** Where to ask: asked as it is, with its query. */
    @Allowed(value = Kind.URL, required = true)
    Optional<String> url();

    /** How the source writes its answer; {@code auto} finds it out. */
    @WithDefault("auto")
    @Allowed(Kind.FORMAT)
    String format();

    /** The longest that a call may take, connecting and the whole body included. */
    @WithDefault("5s")
    @WithConverter(ConfigValues.OfDuration.class)
    @Allowed(value = Kind.DURATION, range = "1ms to 5m")
    Duration timeout();

    /** Where the source stands among the others, lowest first; equals go by name. A configuration map keeps no order. */
    @WithDefault("1000")
    @WithConverter(ConfigValues.OfNumber.class)
    @Allowed(Kind.NUMBER)
    int order();

    /** Whether the source takes part. */
    @WithDefault("true")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean enabled();

    /** Request headers, an API key for example. Their values are never logged or shown. */
    @Allowed(Kind.HEADER)
    Map<@Allowed(Kind.HEADER_NAME) String, String> headers();

    /** Added to the query of the URL, an API key for example. Their values are never logged or shown. */
    @Allowed(Kind.HEADER)
    Map<@Allowed(Kind.PARAMETER_NAME) String, String> params();

    /** Which client asks: the REST client of Quarkus, or that of Vert.x beneath it. */
    @WithDefault("rest")
    @WithConverter(ConfigValues.OfClient.class)
    @Allowed(Kind.CLIENT)
    HttpClient client();

    /** The clients that there are. */
    enum HttpClient {
        /** The REST client of Quarkus, made of an interface. */
        REST,
        /** The HTTP client of Vert.x, which costs less. */
        VERTX
    }

    /** Whether to speak HTTP/2: with ALPN over https, with an upgrade (h2c) over http. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean http2();

    /**
     * The most connections to this source, of all event loops together; left out, {@value #CONNECTIONS}, or as many as the modes'
     * limits need if that is fewer. Over HTTP/2 each carries up to {@value #STREAMS_PER_CONNECTION} calls at a time, otherwise
     * one.
     */
    @Allowed(value = Kind.NUMBER, range = "1 to 65535")
    Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> connections();

    /**
     * The name of a TLS configuration of Quarkus' ({@code quarkus.tls.NAME}): whom to trust, and the certificate that is shown to a
     * server that wants one. Left out, whom the JVM trusts, and none.
     */
    @Allowed(Kind.TLS)
    Optional<String> tls();

    /** The proxy that this source is asked through, or {@code none}; left out, that for all. */
    @Allowed(Kind.PROXY)
    Optional<String> proxy();

    /** How many redirects are followed one after another; 0 follows none. */
    @WithDefault("3")
    @WithConverter(ConfigValues.OfNumber.class)
    @Allowed(value = Kind.NUMBER, range = "0 to 10")
    int redirects();

    /** Whether a redirect may lead from a public address to a private one, such as that of a machine beside this one. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean privateRedirects();

    /** Whether the source is told which trace its requests belong to (W3C Trace Context), if there is one: not after a redirect to others. */
    @WithDefault("false")
    @WithConverter(ConfigValues.OfSwitch.class)
    @Allowed(Kind.SWITCH)
    boolean propagateTrace();

    /** The largest body that is read, unpacked, in bytes. */
    @WithDefault("2M")
    @WithConverter(ConfigValues.OfSize.class)
    @Allowed(value = Kind.SIZE, range = "1 to 100M")
    long maxSize();

    /**
     * The most articles that are taken of an answer, the first ones; the others count as dropped. Left out, the format says: 500, but
     * fewer where each takes a call.
     */
    @Allowed(value = Kind.NUMBER, range = "1 to 100000")
    Optional<@WithConverter(ConfigValues.OfNumber.class) Integer> maxArticles();
}
