package dev.newsfan.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.SourceConfig;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which proxy leads a source's requests to where they go, if one does: the source's own to all hosts, that for all sources to those
 * that are not excepted. Safe for all threads.
 */
final class Proxies {

    /** No proxy, and nobody has said so. */
    static final Proxies UNSAID = new Proxies(Optional.empty(), Optional.empty(), List.of());

    private final Optional<String> said;
    private final Optional<ProxyOptions> proxy;
    private final List<Pattern> without;

    private Proxies(Optional<String> said, Optional<ProxyOptions> proxy, List<Pattern> without) {
        this.said = said;
        this.proxy = proxy;
        this.without = without;
    }

    /** Those of one source; the configuration has been checked before. */
    static Proxies of(SourceConfig source, NewsfanConfig all) {
        Optional<String> said = source.proxy().or(all::proxy);
        List<Pattern> without = source.proxy().isPresent()
                ? List.of()
                : Stream.of(all.noProxy().orElse("").split(","))
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .map(Proxies::pattern)
                        .toList();
        return new Proxies(
                said, said.filter(url -> !url.equals(SourceConfig.NO_PROXY)).map(url -> options(url, source)), without);
    }

    private static Pattern pattern(String host) {
        String regex = Stream.of(host.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex);
    }

    private static ProxyOptions options(String text, SourceConfig source) {
        URI url = URI.create(text.strip());
        ProxyOptions options = new ProxyOptions()
                .setType(url.getScheme().equalsIgnoreCase("http") ? ProxyType.HTTP : ProxyType.SOCKS5)
                .setHost(url.getHost())
                .setPort(url.getPort())
                .setConnectTimeout(
                        Duration.ofMillis(Math.max(1, source.timeout().toMillis() / 3)));
        if (url.getRawUserInfo() != null) {
            String[] user = url.getRawUserInfo().split(":", 2);
            options.setUsername(decoded(user[0])).setPassword(user.length < 2 ? "" : decoded(user[1]));
        }
        return options;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    /** The proxy to a URL; empty if the way there is direct. */
    Optional<ProxyOptions> to(URI url) {
        String host = Addresses.bare(url.getHost()).toLowerCase(Locale.ROOT);
        return proxy.filter(
                _ -> without.stream().noneMatch(some -> some.matcher(host).matches()));
    }

    /** Whether a proxy leads to a URL, which then looks its name up. */
    boolean lead(URI url) {
        return to(url).isPresent();
    }

    /** Whether the configuration says of a proxy, be it that there is none. */
    boolean areSaid() {
        return said.isPresent();
    }
}
