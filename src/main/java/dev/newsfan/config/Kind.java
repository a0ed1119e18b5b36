package dev.newsfan.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a value is written. */
enum Kind {
    DURATION("a duration such as 500ms, 10s, 2m or PT1M30S", new DurationConverter()::convert),
    NUMBER("a whole number", text -> Integer.valueOf(text.strip())),
    SIZE(
            "a number of bytes, or one with K, M or G such as 2M",
            text -> new MemorySizeConverter().convert(text).asLongValue()),
    SWITCH("true or false", text -> Map.of("true", true, "false", false).get(text.strip())),
    CLIENT(
            "rest or vertx",
            text -> Map.of("rest", SourceConfig.HttpClient.REST, "vertx", SourceConfig.HttpClient.VERTX)
                    .get(text.strip())),
    CACHE_CONTROL(
            "obey or ignore",
            text -> Map.of("obey", PolicyKeys.CacheControl.OBEY, "ignore", PolicyKeys.CacheControl.IGNORE)
                    .get(text.strip())),
    LOG_FORMAT(
            "text or json",
            text -> Map.of("text", NewsfanConfig.LogFormat.TEXT, "json", NewsfanConfig.LogFormat.JSON)
                    .get(text.strip())),
    RATE(
            "calls in a time such as 100/1d or 30/1m: 1 to " + Rate.MOST + " calls, s, m, h or d, up to 31d",
            where(text -> Rate.read(text).isPresent())),
    SIMILARITY(
            "false, true (which is " + ConfigValues.OfSimilarity.ADVISED + "), or a number from 0.5 to 1 such as 0.8",
            text -> ConfigValues.OfSimilarity.read(text).orElse(null)),
    HEDGE(
            "p50 to p99, or a duration from 1ms to 5m such as 300ms",
            where(text -> ConfigValues.OfHedge.read(text).isPresent())),
    URL(
            "an absolute http or https URL such as https://news.example/feed.xml, without user and password, which would "
                    + "not be sent (headers.Authorization is)",
            where(Kind::isUrl)),
    ADDRESS(
            "http and https URLs such as https://news.example/feed.xml, and paths of the service itself such as "
                    + "/lab/step/one (but no experiments), separated by commas",
            where(text -> isUrl(text) || isPath(text))),
    REDIS(
            "a URL such as redis://cache.example:6379/0 or rediss://user:password@cache.example, in which all but letters, digits, "
                    + "dots and dashes of a password is written as in %40",
            where(Kind::isRedis)),
    PROXY(
            "none, or a URL such as http://proxy.example:3128 or socks5://user:password@proxy.example:1080, in which all but "
                    + "letters, digits, dots and dashes of a password is written as in %40",
            where(Kind::isProxy)),
    HOSTS(
            "hosts such as localhost, *.internal or 10.*, separated by commas",
            where(text -> text.matches("\\s*[A-Za-z0-9._*:-]+(\\s*,\\s*[A-Za-z0-9._*:-]+)*\\s*"))),
    KEY_PREFIX(
            "1 to 60 letters, digits, colons, dots, dashes and underscores",
            where(text -> text.matches("[A-Za-z0-9:._-]{1,60}"))),
    CERTIFICATES("the path of a file with certificates in PEM format", where(Kind::hasCertificates)),
    /** Whoever reads it says what is wrong with it. */
    FILE("the path of a file, relative to the folder where the service is started", Function.identity()),
    TLS(
            "the name of a TLS configuration, as in quarkus.tls.NAME.trust-store.pem.certs",
            where(text -> !text.isBlank())),
    /** The name of one; which there are, {@link ConfigCheck} is told. */
    FORMAT("", Function.identity()),
    SOURCE_NAME(
            "1 to 60 letters, digits, dots, dashes and underscores",
            where(text -> text.matches("[A-Za-z0-9._-]{1,60}"))),
    PARAMETER_NAME(
            "1 to 100 letters, digits, dots, dashes and underscores",
            where(text -> text.matches("[A-Za-z0-9._-]{1,100}"))),
    HEADER_NAME("a header name of RFC 9110, section 5.1", where(text -> text.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+"))),
    /** Never shown, as it may be a key. */
    HEADER(
            "text in one line, without control characters",
            where(text -> text.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 127)));

    private final String words;
    private final Function<String, ? extends Comparable<?>> parser;

    /** @param parser gives null or throws an {@link IllegalArgumentException} if it can't read a text */
    Kind(String words, Function<String, ? extends Comparable<?>> parser) {
        this.words = words;
        this.parser = parser;
    }

    /** The value that a text stands for, or nothing if it can't be read. */
    Optional<Comparable<?>> read(String text) {
        try {
            return Optional.of(text).filter(some -> !some.trim().isEmpty()).map(parser);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is allowed instead of a text, in words; nothing if it is itself. */
    Optional<String> insteadOf(String text, String range) {
        if (read(text).isEmpty()) {
            return Optional.of(range.isEmpty() ? words : words + ", from " + range);
        }
        String[] ends = range.split(" to ");
        return Optional.of(range)
                .filter(_ -> ends.length == 2 && (compare(text, ends[0]) < 0 || compare(text, ends[1]) > 0));
    }

    @SuppressWarnings("unchecked")
    private int compare(String one, String other) {
        return ((Comparable<Object>) parser.apply(one)).compareTo(parser.apply(other));
    }

    /** What of a wrong value is told: the query of a URL may hold a key, and what stands before its host a password. */
    String shown(String text) {
        if (this == REDIS || this == PROXY) {
            // Whatever it is: a password may hold anything.
            return text.replaceFirst("(?s).*@", "...@").replaceFirst("(?s)\\?.*", "?...");
        }
        return this == HEADER ? "..." : text.replaceFirst("(?s)\\?.*", "?...").replaceFirst("//[^/]*@", "//...@");
    }

    private static Function<String, String> where(Predicate<String> rule) {
        return text -> rule.test(text) ? text : null;
    }

    private static boolean isUrl(String text) {
        URI uri = URI.create(text);
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getRawUserInfo() == null;
    }

    /** Those of the lab but for its steps are experiments, which would ask each other without end. */
    private static boolean isPath(String text) {
        return text.matches("/(?!/|lab).*") || text.startsWith(LabConfig.STEPS);
    }

    private static boolean isRedis(String text) {
        URI uri = URI.create(text.strip());
        return ("redis".equalsIgnoreCase(uri.getScheme()) || "rediss".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getPort() != 0
                && uri.getPort() < 65_536
                && uri.getRawPath().matches("(/\\d{0,4})?")
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static boolean isProxy(String text) {
        if (text.equals(SourceConfig.NO_PROXY)) {
            return true;
        }
        URI uri = URI.create(text.strip());
        return ("http".equalsIgnoreCase(uri.getScheme()) || "socks5".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.getPort() < 65_536
                && uri.getRawPath().matches("/?")
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static boolean hasCertificates(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path.strip()))) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(file)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            return false;
        }
    }
}
