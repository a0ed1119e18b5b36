package dev.newsfan.news;

import java.util.Optional;

/**
 * One spelling for all URLs of one article, so that two sources that tell the same article are found out. It is for comparing alone:
 * readers are led to the URL that the source wrote.
 *
 * <ul>
 *   <li>It is spelled in one way ({@link WebUrl}): scheme and host in lower case, no default port, no fragment. What may lead elsewhere
 *       counts: http isn't https, a host with {@code www.} isn't that without, and the order of the parameters stays.
 *   <li>It is without parameters that only tell how a reader got there ({@link TrackingParameters}), {@code utm_*}, {@code fbclid} and
 *       {@code gclid} among them, and without what leads to the same article's page for AMP ({@link AmpUrl}).
 *   <li>Of a page that only leads on ({@link Redirector}) it is the URL that it leads to, also over several, up to three; if there
 *       are more, or if it leads to what is no http(s) URL, it is the redirector's own.
 * </ul>
 *
 * It takes a time linear in the URL's length.
 *
 * @param value the canonical spelling, which is its own canonical spelling
 */
record CanonicalUrl(String value) {

    private static final int LONGEST_LABEL = 63;

    /** A redirector leads on to a redirector now and then, and it takes no more to lead round in a circle. */
    private static final int MOST_REDIRECTORS = 3;

    /**
     * The canonical spelling of a URL, or empty if it is not an absolute http(s) URL with a host, or not one that a reader
     * should be led to.
     */
    public static Optional<CanonicalUrl> of(String url) {
        return isCanonicalAlready(url) ? Optional.of(new CanonicalUrl(url)) : parse(url);
    }

    /** The same, by parsing it whatever it is. */
    static Optional<CanonicalUrl> parse(String url) {
        return WebUrl.of(url)
                .map(CanonicalUrl::cleared)
                .map(CanonicalUrl::target)
                .map(target -> new CanonicalUrl(target.text()));
    }

    private static WebUrl cleared(WebUrl url) {
        return new WebUrl(
                url.scheme(),
                AmpUrl.withoutAmpHost(url.authority()),
                AmpUrl.withoutAmpEnd(url.path()),
                TrackingParameters.without(url.query()));
    }

    private static WebUrl target(WebUrl url) {
        WebUrl target = url;
        for (int redirectors = 0; redirectors <= MOST_REDIRECTORS; redirectors++) {
            Optional<WebUrl> next =
                    Redirector.target(target).flatMap(WebUrl::of).map(CanonicalUrl::cleared);
            if (next.isEmpty()) {
                return target;
            }
            target = next.get();
        }
        return url;
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
            plain = isLowerOrDigit(c) || c == '-' || c == '.' || i >= path && isOfPathOrQuery(c);
        }
        return plain && isOfAnArticle(url, path);
    }

    private static boolean isOfPathOrQuery(char c) {
        return c >= 'A' && c <= 'Z' || "/_~?=&+,;:@!$*()".indexOf(c) >= 0;
    }

    private static boolean isLowerOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /** Whether it certainly leads to the article itself, with nothing in it that has to go. */
    private static boolean isOfAnArticle(String url, int path) {
        if (url.indexOf("://", path) >= 0) {
            return false;
        }
        for (int amp = url.indexOf("amp"); amp > 0; amp = url.indexOf("amp", amp + 1)) {
            if (!isLowerOrDigit(url.charAt(amp - 1))) {
                return false;
            }
        }
        int query = url.indexOf('?', path);
        return query < 0 || query < url.length() - 1 && TrackingParameters.isWithout(url.substring(query + 1));
    }
}
