package dev.newsfan.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.newsfan.config.NewsfanConfig;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/** Where a Redis is and how it is spoken to. */
final class RedisAddress {

    private static final int PORT = 6379;

    /** In the metrics of Vert.x. */
    private static final String NAME = "shared-cache";

    /** How many commands may be under way: more than can be answered within any time limit. */
    private static final int MOST_COMMANDS = 16 * 1024;

    private final URI url;
    private final Optional<String> password;
    private final Optional<String> authority;

    /**
     * As configured.
     *
     * @param url checked before; it may hold a user and a password
     * @param password counts if there is none in the URL
     * @param authority a file with the certificates that are trusted; empty for those that the JVM trusts
     */
    RedisAddress(String url, Optional<String> password, Optional<String> authority) {
        this.url = URI.create(url);
        this.password = password;
        this.authority = authority;
    }

    /** Nothing if none is configured. */
    static Optional<RedisAddress> of(NewsfanConfig.Cache config) {
        return config.shared().map(url -> new RedisAddress(url.strip(), config.password(), config.ca()));
    }

    /** @param connect the longest that a connection may take to be made */
    RedisOptions options(Duration connect) {
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout((int) connect.toMillis())
                .setMetricsName("redis|" + NAME)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        if (isSecure()) {
            net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS").setSslHandshakeTimeout(connect.toMillis());
            authority.ifPresent(file -> net.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        }
        return new RedisOptions()
                .setNetClientOptions(net)
                .setMaxWaitingHandlers(MOST_COMMANDS)
                // Metrics have it; without one each connection would have a name of its own, and metrics for ever.
                .setPoolName(NAME)
                .setConnectionString(connectionString());
    }

    private boolean isSecure() {
        return "rediss".equalsIgnoreCase(url.getScheme());
    }

    /** As the client reads it, which knows a user only together with a password, and takes a plus for a blank. */
    private String connectionString() {
        String[] login = Optional.ofNullable(url.getRawUserInfo()).orElse("").split(":", 2);
        String user = URLEncoder.encode(decoded(login[0]), UTF_8);
        String secret = Optional.of(login)
                .filter(parts -> parts.length > 1 && !parts[1].isEmpty())
                .map(parts -> decoded(parts[1]))
                .or(() -> password)
                .map(text -> user + ":" + URLEncoder.encode(text, UTF_8) + "@")
                .orElse("");
        return scheme() + "://" + secret + hostAndPort()
                + Optional.ofNullable(url.getRawPath()).orElse("");
    }

    private String scheme() {
        return isSecure() ? "rediss" : "redis";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private String hostAndPort() {
        return url.getHost() + ":" + (url.getPort() < 0 ? PORT : url.getPort());
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return scheme() + "://" + hostAndPort()
                + Optional.ofNullable(url.getRawPath()).orElse("");
    }
}
