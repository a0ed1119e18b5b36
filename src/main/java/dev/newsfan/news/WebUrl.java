package dev.newsfan.news;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute http(s) URL, in one spelling for all spellings that RFC 3986 takes for the same: scheme and host in lower case, no
 * default port, {@code /} for an empty path (sections 6.2.2.1 and 6.2.3), and no fragment.
 *
 * @param scheme http or https
 * @param authority the host in ASCII, and its port if that doesn't go without saying
 * @param path beginning with a slash
 * @param query without its question mark, empty if there is none
 */
record WebUrl(String scheme, String authority, String path, String query) {

    private static final int LONGEST_HOST = 253;
    private static final Pattern ILLEGAL = Pattern.compile("[ \"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * Empty if it is not an absolute http(s) URL with a host, or not one that a reader should be led to: with a user in it a URL
     * passes for that of another host (RFC 3986, section 7.6).
     */
    static Optional<WebUrl> of(String url) {
        try {
            URI uri = new URI(encodeBrackets(encodeIllegal(withoutFragment(url))));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            return authority(uri, scheme).map(authority -> new WebUrl(scheme, authority, path, query));
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

    /** In a path brackets are as illegal, and as forgiven; in a host they stand around an address. */
    private static String encodeBrackets(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (path < 0 || url.indexOf('[', path) < 0 && url.indexOf(']', path) < 0) {
            return url;
        }
        int query = url.indexOf('?');
        int end = query < 0 ? url.length() : Math.max(path, query);
        return url.substring(0, path)
                + url.substring(path, end).replace("[", "%5B").replace("]", "%5D")
                + url.substring(end);
    }

    /** The fragment goes anyway, and may hold what no URL may. */
    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    /** As one text. */
    String text() {
        return scheme + "://" + authority + path + (query.isEmpty() ? "" : "?" + query);
    }
}
