package dev.newsfan.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

/** Makes relative links absolute (RFC 3986, section 5.2), and minds no characters that no URL should have. */
public final class Links {

    private Links() {}

    /** Whether this is an absolute http or https URL. */
    public static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "http://", 0, "http://".length())
                || link.regionMatches(true, 0, "https://", 0, "https://".length());
    }

    /** A link without spaces around it, and without line ends and tabs in it, as browsers take it (url.spec.whatwg.org). */
    public static String clean(String link) {
        int start = 0;
        int end = link.length();
        while (start < end && isSpace(link.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(link.charAt(end - 1))) {
            end--;
        }
        String stripped = link.substring(start, end);
        boolean broken = stripped.indexOf('\n') >= 0 || stripped.indexOf('\r') >= 0 || stripped.indexOf('\t') >= 0;
        return broken ? stripped.replace("\n", "").replace("\r", "").replace("\t", "") : stripped;
    }

    /** Also those that browsers don't know and programs that write feeds leave: of no break, and of no width. */
    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    /** What the links of a feed are relative to that links to itself like this and was found there: both may be empty. */
    static String base(String ownLink, String url) {
        // A word, or a host without its scheme, is no path.
        boolean path = isWeb(ownLink) || ownLink.startsWith("/");
        String resolved = path ? resolve(url, ownLink) : url;
        return isWeb(resolved) ? resolved : url;
    }

    /**
     * A link as an absolute URL, if it is relative to one.
     *
     * @param base absolute, or else the link stays as it is
     */
    public static String resolve(String base, String link) {
        if (!isWeb(base) || link.isEmpty() || hasScheme(link)) {
            return link;
        }
        int authority = base.indexOf("//") + 2;
        if (link.startsWith("//")) {
            return base.substring(0, authority - 2) + link;
        }
        if (beginsWithHost(link, base, authority)) {
            return base.substring(0, authority) + link;
        }
        String document = before(before(base, '#', authority), '?', authority);
        if (link.startsWith("#")) {
            return before(base, '#', authority) + link;
        }
        int path = document.indexOf('/', authority);
        String origin = path < 0 ? document : document.substring(0, path);
        if (link.startsWith("?")) {
            return (path < 0 ? origin + "/" : document) + link;
        }
        String folder = path < 0 ? "/" : document.substring(path, document.lastIndexOf('/') + 1);
        return origin + withoutDots(link.startsWith("/") ? link : folder + link);
    }

    /** Whether somebody has forgotten the scheme only: {@code a.example/1} at {@code https://a.example/}. */
    private static boolean beginsWithHost(String link, String base, int authority) {
        int slash = base.indexOf('/', authority);
        int end = slash < 0 ? base.length() : slash;
        int length = end - authority;
        boolean same = link.regionMatches(true, 0, base, authority, length);
        return same && (link.length() == length || "/?#".indexOf(link.charAt(length)) >= 0)
                || link.regionMatches(true, 0, "www.", 0, 4) && link.indexOf('/') > 4;
    }

    private static String before(String text, char end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text : text.substring(0, found);
    }

    /** RFC 3986, section 3.1: such as {@code mailto:}. */
    private static boolean hasScheme(String link) {
        for (int i = 0; i < link.length(); i++) {
            char c = Character.toLowerCase(link.charAt(i));
            if (c == ':') {
                return i > 0;
            }
            boolean fits = c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0);
            if (!fits) {
                return false;
            }
        }
        return false;
    }

    /** RFC 3986, section 5.2.4. */
    private static String withoutDots(String pathAndQuery) {
        String path = before(before(pathAndQuery, '#', 0), '?', 0);
        if (!path.contains("/.")) {
            return pathAndQuery;
        }
        Deque<String> kept = new ArrayDeque<>();
        int at = 1;
        while (at <= path.length()) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(at, end);
            boolean last = slash < 0;
            if (segment.equals("..")) {
                kept.pollLast();
            }
            boolean dots = segment.equals(".") || segment.equals("..");
            if (!dots || last) {
                kept.addLast(dots ? "" : segment);
            }
            at = end + 1;
        }
        StringJoiner joined = new StringJoiner("/", "/", pathAndQuery.substring(path.length()));
        kept.forEach(joined::add);
        return joined.toString();
    }
}
