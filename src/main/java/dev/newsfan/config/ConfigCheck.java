package dev.newsfan.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with the values of a configuration: each problem names the key, the value and what is allowed. */
public final class ConfigCheck {

    static final String HOW_TO_ADD_A_SOURCE = """
            No source is configured and enabled, so there is nobody to ask. Add one to application.properties \
            (or to config/application.properties beside the jar):
                newsfan.sources.world-wire.url=https://news.example/v2/top-headlines?country=us
                newsfan.sources.world-wire.format=newsapi
                newsfan.sources.world-wire.headers.X-Api-Key=${NEWSAPI_KEY}
            Environment variables alone can create a source only if its name is one word (NEWSFAN_SOURCES_WIRE_URL and \
            NEWSFAN_SOURCES_WIRE_FORMAT), and can't name its headers.\
            """;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final long LARGEST_SIZE = 100L * 1024 * 1024;

    private final Set<String> formats;
    private final List<String> problems = new ArrayList<>();

    private ConfigCheck(Set<String> formats) {
        this.formats = formats;
    }

    /** The problems, or an empty list. */
    public static List<String> problems(NewsfanConfig config, Set<String> formats) {
        ConfigCheck check = new ConfigCheck(formats);
        check.duration("newsfan.budget", config.budget(), Duration.ofMinutes(10));
        check.duration("newsfan.heartbeat", config.heartbeat(), Duration.ofMinutes(10));
        config.limits().sync().ifPresent(limit -> check.number("newsfan.limits.sync", limit, 1_000_000));
        check.number("newsfan.limits.async", config.limits().async(), 1_000_000);
        check.number("newsfan.limits.virtual", config.limits().virtual(), 1_000_000);
        config.sources().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(source -> check.source(source.getKey(), source.getValue()));
        if (config.sources().values().stream().noneMatch(SourceConfig::enabled)) {
            check.problems.add(HOW_TO_ADD_A_SOURCE);
        }
        return check.problems;
    }

    private void source(String name, SourceConfig source) {
        String key = SourceKeys.prefix(name);
        if (!NAME.matcher(name).matches()) {
            report(key, "this name", "1 to 60 letters, digits, dots, dashes and underscores");
        }
        url(key + ".url", source.url().orElse(""));
        String format = source.format().orElse("");
        if (!formats.contains(format)) {
            report(key + ".format", format, String.join(", ", formats));
        }
        duration(key + ".timeout", source.timeout(), Duration.ofMinutes(5));
        source.connections().ifPresent(connections -> number(key + ".connections", connections, 65_535));
        long maxSize = source.maxSize().asLongValue();
        if (maxSize < 1 || maxSize > LARGEST_SIZE) {
            report(key + ".max-size", maxSize + " bytes", "1 byte to 100M");
        }
        source.headers().forEach((header, value) -> header(key + ".headers." + header, header, value));
    }

    private void url(String key, String url) {
        String allowed = "an absolute http or https URL such as https://news.example/feed.xml";
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return;
            }
            if (uri.getRawUserInfo() != null) {
                allowed = "one without user and password, which would not be sent; headers.Authorization is";
            }
        } catch (URISyntaxException e) {
            // Reported below, like any other.
        }
        // The query may hold a key, and what stands before the host a password.
        report(key, url.replaceFirst("\\?.*", "?...").replaceFirst("//[^/]*@", "//...@"), allowed);
    }

    private void header(String key, String name, String value) {
        if (!HEADER_NAME.matcher(name).matches()) {
            report(key, "this name", "a header name of RFC 9110, section 5.1");
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
            problems.add(key + " has a value with a line end or control character (not shown, as it may be a key); "
                    + "allowed is text in one line");
        }
    }

    private void duration(String key, Duration value, Duration max) {
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(max) > 0) {
            report(key, inWords(value), "1ms to " + max.toMinutes() + "m");
        }
    }

    private void number(String key, int value, int max) {
        if (value < 1 || value > max) {
            report(key, String.valueOf(value), "1 to " + max);
        }
    }

    private void report(String key, String value, String allowed) {
        String what = value.isEmpty() ? " is missing" : " is \"" + value + "\"";
        problems.add(key + what + "; allowed: " + allowed);
    }

    private static String inWords(Duration duration) {
        if (duration.abs().compareTo(Duration.ofDays(1)) >= 0) {
            return duration.toString();
        }
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
