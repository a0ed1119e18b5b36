package dev.newsfan.format;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web page where a feed should be: somebody has configured the address that a browser shows.
 *
 * @param text its beginning
 * @param url where it was found; empty if nobody knows
 */
record WebPage(String text, Optional<String> url) {

    /** Behind this nobody looks for the first element. */
    private static final int LONGEST_PROLOGUE = 4 * 1024;

    /** Behind this nobody looks for a link: they are in the head of a page, which may be long. */
    private static final int LONGEST_HEAD = 256 * 1024;

    private static final String DOCTYPE = "<!doctype html";
    private static final Set<String> PAGES = Set.of("html", "head", "body");
    private static final Set<String> FEEDS = Set.of("rss", "rdf", "feed", "channel");

    /** It ends where another tag begins, so that no character is looked at often. */
    private static final Pattern LINK = Pattern.compile("<link\\s([^<>]{1,1000}+)>", CASE_INSENSITIVE);

    private static final Pattern TO_A_FEED =
            Pattern.compile("type\\s*=\\s*[\"']?application/(?:rss\\+xml|atom\\+xml|feed\\+json)", CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("href\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"']+)", CASE_INSENSITIVE);

    /** What can't hold a key: a few short words, such as {@code /news/rss2.xml}. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z_-]{1,12}[0-9]?(?:\\.[A-Za-z]{1,5})?){1,6}/?");

    /** The page that an answer is, if it is one. */
    static Optional<WebPage> of(Answer answer) {
        return isPage(start(answer, LONGEST_PROLOGUE))
                ? Optional.of(new WebPage(start(answer, LONGEST_HEAD), answer.url()))
                : Optional.empty();
    }

    private static String start(Answer answer, int length) {
        byte[] body = answer.body();
        return Encoding.decode(body.length > length ? Arrays.copyOf(body, length) : body, answer.contentType());
    }

    /** By the first element; some pages do without it, and some feeds have the document type of a page. */
    private static boolean isPage(String text) {
        boolean declared = false;
        int at = text.indexOf('<');
        while (at >= 0) {
            int behind = at + 1;
            char kind = behind < text.length() ? text.charAt(behind) : ' ';
            if (Character.isLetter(kind)) {
                String name = name(text, behind);
                return PAGES.contains(name) || declared && !FEEDS.contains(name);
            }
            declared |= text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length());
            int end = text.startsWith("<!--", at) ? text.indexOf("-->", behind) : behind;
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return declared;
    }

    /** Without its prefix, in lower case. */
    private static String name(String text, int from) {
        int end = from;
        int start = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ':')) {
            start = text.charAt(end) == ':' ? end + 1 : start;
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Why it can't be read, and what may help: the path of the feed that it links to is told if it can't hold a key. */
    FormatException refusal() {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            if (TO_A_FEED.matcher(link.group(1)).find()) {
                return refusal("links to a feed"
                        + path(link.group(1)).map(" at "::concat).orElse(""));
            }
        }
        return refusal("links to no feed");
    }

    private static FormatException refusal(String link) {
        return new FormatException("its answer is a web page and not a feed; the page " + link);
    }

    private Optional<String> path(String attributes) {
        Matcher address = ADDRESS.matcher(attributes);
        if (!address.find() || url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(url.get());
            URI feed = page.resolve(address.group(1).replaceAll("[\"']", "").strip());
            boolean isHere = String.valueOf(page.getAuthority()).equalsIgnoreCase(feed.getAuthority());
            boolean isPath = feed.getRawQuery() == null && feed.getRawFragment() == null;
            return Optional.ofNullable(feed.getRawPath())
                    .filter(path -> isHere && isPath && PLAIN.matcher(path).matches());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
