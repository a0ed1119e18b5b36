package dev.newsfan.format;

import java.util.List;
import java.util.Locale;

/** What a namespace's elements are about, as far as a feed's articles go. */
enum Vocabulary {
    /** RSS in all its versions, and elements without a namespace. */
    FEED(
            "rss",
            "purl.org/rss/",
            "purl.org/net/rss",
            "backend.userland.com",
            "/rdf/simple/0.9",
            "cyber.law.harvard.edu/rss",
            "blogs.law.harvard.edu/tech/rss",
            "my.netscape.com"),
    ATOM("atom", "w3.org/2005/atom", "purl.org/atom"),
    DUBLIN_CORE("dc", "purl.org/dc/"),
    CONTENT("content", "purl.org/rss/1.0/modules/content"),
    MEDIA("media", "search.yahoo.com/mrss", "search.yahoo.com/rss"),
    ITUNES("itunes", "itunes"),
    FEEDBURNER("feedburner", "rssnamespace.org/feedburner"),
    XHTML("xhtml", "w3.org/1999/xhtml"),
    OTHER("");

    private static final List<Vocabulary> ALL = List.of(values());
    private static final String MODULES_OF_RSS_1 = "purl.org/rss/1.0/modules";

    private final String prefix;
    private final List<String> signs;

    Vocabulary(String prefix, String... signs) {
        this.prefix = prefix;
        this.signs = List.of(signs);
    }

    /** The one with this URI; capitals, slashes at the end, https and years don't matter, as feeds get them wrong. */
    static Vocabulary ofUri(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        boolean module = lower.contains(MODULES_OF_RSS_1);
        for (Vocabulary vocabulary : ALL) {
            if (!(module && vocabulary == FEED) && vocabulary.isMeantBy(lower)) {
                return vocabulary;
            }
        }
        return uri.isBlank() ? FEED : OTHER;
    }

    private boolean isMeantBy(String uri) {
        for (String sign : signs) {
            if (uri.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    /** The one that has this prefix by custom. */
    static Vocabulary ofPrefix(String prefix) {
        return switch (prefix) {
            case "" -> FEED;
            case "dcterms" -> DUBLIN_CORE;
            case "a10" -> ATOM;
            default -> {
                for (Vocabulary vocabulary : ALL) {
                    if (vocabulary.prefix.equals(prefix)) {
                        yield vocabulary;
                    }
                }
                yield OTHER;
            }
        };
    }
}
