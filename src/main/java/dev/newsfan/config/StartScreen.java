package dev.newsfan.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Tells at the start what is configured, in one screen: whoever is called at night sees at once which sources there are and which
 * limits hold. Of an address it has scheme, host and port alone, as all else may hold a key.
 */
@Singleton
final class StartScreen {

    private static final Logger LOG = Logger.getLogger(StartScreen.class);

    private final NewsfanConfig config;
    private final LabConfig lab;
    private final Config keys;

    /** @param keys those of Quarkus' own */
    StartScreen(NewsfanConfig config, LabConfig lab, Config keys) {
        this.config = config;
        this.lab = lab;
        this.keys = keys;
    }

    /** After whoever may end the start. */
    void tell(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        LOG.info(text());
    }

    /** All of it, a line for each source among it. */
    String text() {
        List<Map.Entry<String, SourceConfig>> sources = SourceConfig.inOrder(config.sources());
        int widest = sources.stream()
                .mapToInt(source -> source.getKey().length())
                .max()
                .orElse(0);
        PolicyWords all = PolicyWords.of(config, config);
        return String.join(
                "\n  ",
                Stream.concat(
                                Stream.of(
                                        "What is configured:",
                                        requests(),
                                        memory(),
                                        operators(),
                                        "sources: " + sources.size()
                                                + "; policies, where a source has none of its own: " + all),
                                sources.stream()
                                        .map(source -> "  " + padded(source.getKey(), widest) + "  "
                                                + source(source.getValue(), all)))
                        .toList());
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    private String requests() {
        Limits limits = Limits.of(config.limits(), keys);
        return "budget %s; requests at a time: sync %d, async %d, virtual %d"
                .formatted(Written.duration(config.budget()), limits.sync(), limits.async(), limits.virtual());
    }

    private String memory() {
        String flight = config.maxBytesInFlight().map(Written::size).orElse("a quarter of the heap");
        String shared = config.cache()
                .shared()
                .map(url -> origin(url) + " below " + config.cache().keyPrefix())
                .orElse("none");
        return "bytes in flight: %s; cache: %s; shared cache: %s; replicas: %d"
                .formatted(flight, Written.size(config.cache().maxSize()), shared, config.replicas());
    }

    private String operators() {
        String management = is("quarkus.management.enabled", false)
                ? key("quarkus.management.host").orElse("0.0.0.0") + ":"
                        + key("quarkus.management.port").orElse("9000")
                : "the port of the news";
        // Off unless it is said.
        String traces = is("quarkus.otel.sdk.disabled", true)
                ? "off"
                : "to "
                        + origin(key("quarkus.otel.exporter.otlp.traces.endpoint")
                                .or(() -> key("quarkus.otel.exporter.otlp.endpoint"))
                                .orElse("http://localhost:4317"));
        return "log: %s; access log: %s; traces: %s; explain: %s; lab: %s; health and metrics: %s"
                .formatted(
                        config.logFormat().name().toLowerCase(Locale.ROOT),
                        Written.onOff(config.accessLog()),
                        traces,
                        Written.onOff(config.explain()),
                        lab.enabled() ? "open" : "shut",
                        management);
    }

    private Optional<String> key(String name) {
        return keys.getOptionalValue(name, String.class);
    }

    /** As Quarkus reads it, for which {@code no} is false as well. */
    private boolean is(String name, boolean unlessSaid) {
        return keys.getOptionalValue(name, Boolean.class).orElse(unlessSaid);
    }

    private String source(SourceConfig source, PolicyWords all) {
        PolicyWords own = PolicyWords.of(source, config);
        return Stream.of(
                        Optional.of(origin(source.url().orElseThrow())),
                        Optional.of(source.format()),
                        Optional.of(Written.duration(source.timeout())),
                        Optional.of("http2").filter(_ -> source.http2()),
                        Optional.of("vertx").filter(_ -> source.client() == SourceConfig.HttpClient.VERTX),
                        source.connections().map(number -> number + " connections"),
                        source.tls().map(name -> "tls " + name),
                        source.proxy()
                                .or(config::proxy)
                                .filter(url -> !url.equals(SourceConfig.NO_PROXY))
                                .map(url -> "proxy " + origin(url)),
                        Optional.of("policies: " + own).filter(_ -> !own.equals(all)))
                .flatMap(Optional::stream)
                .reduce((before, next) -> before + ", " + next)
                .orElseThrow();
    }

    /** As much of a URL as can hold no key. */
    private static String origin(String url) {
        URI uri = URI.create(url.strip());
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
