package dev.newsfan.news;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One spelling for all spellings of an article's URL, so that two sources that tell the same article are found out.
 *
 * <p>Scheme and host in lower case, no default port, {@code /} for an empty path (RFC 3986, sections 6.2.2.1 and 6.2.3),
 * no fragment, and without the query parameters that only tell how a reader got there: {@code utm_*}, {@code fbclid} and
 * {@code gclid}. Everything else stays as it is.
 *
 * @param value the canonical spelling
 */
record CanonicalUrl(String value) {

    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Set<String> TRACKERS = Set.of("fbclid", "gclid");
    private static final Pattern ILLEGAL = Pattern.compile("[ \"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * The canonical spelling of a URL, or empty if it is not an absolute http(s) URL with a host, or not one that a reader
     * should be led to: with a user in it a URL passes for that of another host (RFC 3986, section 7.6).
     */
    public static Optional<CanonicalUrl> of(String url) {
        return isCanonicalAlready(url) ? Optional.of(new CanonicalUrl(url)) : parse(url);
    }

    /** Whether there is obviously nothing to do, as with most URLs; to parse them takes ten times longer. */
    private static boolean isCanonicalAlready(String url) {
        int host = url.startsWith("https://") ? "https://".length() : "http://".length();
        int path = url.indexOf('/', host);
        // A host that is no longer than one label may be has none that is too long.
        if (!url.startsWith("http") || path <= host || path - host > LONGEST_LABEL || url.contains("..")) {
            return false;
        }
        boolean plain = url.startsWith("://", host - 3) && url.charAt(host) != '.' && url.charAt(path - 1) != '.';
        for (int i = host; plain && i < url.length(); i++) {
            char c = url.charAt(i);
            plain = c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '.'
                    || i >= path && isOfPathOrQuery(c);
        }
        int query = plain ? url.indexOf('?', path) : -1;
        return plain && (query < 0 || isPlainQuery(url, query + 1));
    }

    private static boolean isOfPathOrQuery(char c) {
        return c >= 'A' && c <= 'Z' || "/_~?=&+,;:@!$*()".indexOf(c) >= 0;
    }

    /** Whether nothing of the query has to go: certainly no parameter without a name, and none that resembles a tracker. */
    private static boolean isPlainQuery(String url, int query) {
        return query < url.length()
                && !url.endsWith("&")
                && url.indexOf("utm_", query) < 0
                && url.indexOf("clid", query) < 0;
    }

    private static Optional<CanonicalUrl> parse(String url) {
        try {
            URI uri = new URI(encodeIllegal(withoutFragment(url)));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return authority(uri, scheme)
                    .map(authority -> new CanonicalUrl(scheme + "://" + authority + path + query(uri)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> authority(URI uri, String scheme) {
        String hostAndPort = uri.getRawAuthority();
        if (hostAndPort.indexOf('@') >= 0) {
            return Optional.empty();
        }
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > hostAndPort.lastIndexOf(']');
        String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        String port = hasPort ? hostAndPort.substring(colon + 1) : "";
        if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String defaultPort = scheme.equals("http") ? "80" : "443";
        String shownPort = port.isEmpty() || port.equals(defaultPort) ? "" : ":" + port;
        return asciiHost(host).map(ascii -> ascii + shownPort);
    }

    /**
     * Host names in other scripts have an ASCII form (RFC 5890); java.net.URI knows only that one. Some characters become
     * several on the way there, a slash among them: such a host would pass for another one.
     */
    private static Optional<String> asciiHost(String host) {
        try {
            // RFC 1035, section 2.3.4; and toASCII can't bear much longer ones.
            if (host.length() > LONGEST_HOST) {
                return Optional.empty();
            }
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return Optional.of(ascii.toLowerCase(Locale.ROOT))
                    .filter(name -> HOST.matcher(name).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        String kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(parameter -> !isTracker(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracker(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        return name.startsWith("utm_") || TRACKERS.contains(name);
    }

    /**
     * Spaces, quotes, a percent sign that escapes nothing and the like are no part of a URL (RFC 3986, section 2), but
     * browsers forgive them, and so do we.
     */
    private static String encodeIllegal(String url) {
        // Nearly none has any, and to look takes a tenth of what the pattern takes.
        return url.chars().noneMatch(c -> " \"<>\\^`{|}%".indexOf(c) >= 0) ? url : encoded(url);
    }

    private static String encoded(String url) {
        return ILLEGAL.matcher(url)
                .replaceAll(
                        illegal -> "%" + HEX.toHexDigits((byte) illegal.group().charAt(0)));
    }

    /** The fragment goes anyway, and may hold what no URL may. */
    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
