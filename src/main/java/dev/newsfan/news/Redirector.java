package dev.newsfan.news;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages of search engines, networks and mailers that only lead on to another one, whose URL stands in theirs, and caches of AMP, where
 * it stands in the path. Of those that tell it to nobody but who asks them ({@code t.co}, {@code feedproxy.google.com}) nothing is known.
 */
final class Redirector {

    /** The host without {@code www.}, and the path without a slash at its end or {@code /*} for any; which parameters may have the URL. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("google/url", List.of("url", "q")),
            Map.entry("news.google/url", List.of("url", "q")),
            Map.entry("news.google/news/url", List.of("url", "q")),
            Map.entry("bing.com/news/apiclick.aspx", List.of("url")),
            Map.entry("duckduckgo.com/l", List.of("uddg")),
            Map.entry("html.duckduckgo.com/l", List.of("uddg")),
            Map.entry("facebook.com/l.php", List.of("u")),
            Map.entry("l.facebook.com/l.php", List.of("u")),
            Map.entry("lm.facebook.com/l.php", List.of("u")),
            Map.entry("l.instagram.com", List.of("u")),
            Map.entry("l.threads.net", List.of("u")),
            Map.entry("l.threads.com", List.of("u")),
            Map.entry("out.reddit.com/*", List.of("url")),
            Map.entry("t.umblr.com/redirect", List.of("z")),
            Map.entry("youtube.com/redirect", List.of("q")),
            Map.entry("medium.com/m/global-identity", List.of("redirectUrl")),
            Map.entry("medium.com/m/global-identity-2", List.of("redirectUrl")),
            Map.entry("steamcommunity.com/linkfilter", List.of("url", "u")),
            Map.entry("linkedin.com/redir/redirect", List.of("url")),
            Map.entry("vk.com/away.php", List.of("to")),
            Map.entry("getpocket.com/redirect", List.of("url")),
            Map.entry("slack-redir.net/link", List.of("url")),
            Map.entry("exit.sc", List.of("url")),
            Map.entry("go.redirectingat.com", List.of("url")),
            Map.entry("go.skimresources.com", List.of("url")),
            Map.entry("redirect.viglink.com", List.of("u")),
            Map.entry("safelinks.protection.outlook.com/*", List.of("url")));

    private static final Pattern GOOGLE = Pattern.compile("((?:news\\.)?google)(?:\\.[a-z]{2,3}){1,2}");
    private static final String SAFE_LINKS = "safelinks.protection.outlook.com";
    private static final String YAHOO = "r.search.yahoo.com";
    private static final String YAHOOS_TARGET = "/RU=";

    /** Those of Google and Bing: {@code /amp/s/a.example/x}, or {@code /c/s/a.example/x} in the caches; without {@code s} it is http. */
    private static final Pattern AMP = Pattern.compile("/(?:amp|c|v)/(s/)?([^/]+\\.[^/]+(?:/.*)?)");

    private Redirector() {}

    /** The URL that it leads to, as it stands there: it may be wrong, or a redirector again. Empty if the URL isn't that of one. */
    static Optional<String> target(WebUrl url) {
        String host = host(url.authority());
        return isAmpCache(host, url.path())
                ? ampTarget(url)
                : host.equals(YAHOO) ? yahoosTarget(url.path()) : parameterTarget(url, host);
    }

    private static String host(String authority) {
        String host = authority.startsWith("www.") ? authority.substring("www.".length()) : authority;
        Matcher google = GOOGLE.matcher(host);
        if (google.matches()) {
            return google.group(1);
        }
        return host.endsWith("." + SAFE_LINKS) ? SAFE_LINKS : host;
    }

    private static boolean isAmpCache(String host, String path) {
        boolean viewer = (host.equals("google") || host.equals("bing.com")) && path.startsWith("/amp/");
        return viewer
                || host.equals("cdn.ampproject.org")
                || host.endsWith(".cdn.ampproject.org")
                || host.endsWith(".bing-amp.com");
    }

    private static Optional<String> ampTarget(WebUrl url) {
        Matcher path = AMP.matcher(url.path());
        return path.matches()
                ? Optional.of((path.group(1) == null ? "http://" : "https://")
                        + path.group(2)
                        + (url.query().isEmpty() ? "" : "?" + url.query()))
                : Optional.empty();
    }

    private static Optional<String> yahoosTarget(String path) {
        int start = path.indexOf(YAHOOS_TARGET) + YAHOOS_TARGET.length();
        int end = path.indexOf('/', start);
        return start < YAHOOS_TARGET.length() || end < 0 ? Optional.empty() : decoded(path.substring(start, end));
    }

    private static Optional<String> parameterTarget(WebUrl url, String host) {
        String path =
                url.path().endsWith("/") ? url.path().substring(0, url.path().length() - 1) : url.path();
        List<String> names = PARAMETERS.getOrDefault(host + path, PARAMETERS.getOrDefault(host + "/*", List.of()));
        return names.stream()
                .flatMap(name -> parameters(url.query(), name + "="))
                .findFirst()
                .flatMap(Redirector::decoded);
    }

    private static Stream<String> parameters(String query, String start) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith(start))
                .map(parameter -> parameter.substring(start.length()))
                .filter(value -> !value.isEmpty());
    }

    /**
     * A plus sign stays one, as it does in a URL that stands there as it is. Empty for bytes that are no UTF-8, as those of different
     * URLs would become the same.
     */
    private static Optional<String> decoded(String value) {
        String text = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? Optional.of(text) : Optional.empty();
    }
}
