package dev.newsfan.news;

/**
 * What a publisher's URL has more than the article's own where it leads to the page for AMP: {@code amp.} instead of {@code www.}, or
 * {@code /amp}, {@code /amp/} or {@code .amp} at the end of the path. An article's own URL that looks like that loses its end in vain: as
 * all spellings of it do, it remains the same as itself, and there is hardly another article at what is left.
 */
final class AmpUrl {

    private static final String HOST = "amp.";
    private static final String END = "/amp";
    private static final String SLASHED_END = "/amp/";
    private static final String TYPE = ".amp";

    private AmpUrl() {}

    /** The host of the article's own page; nearly all that have one for AMP call the other {@code www}. */
    static String withoutAmpHost(String authority) {
        boolean amp = authority.startsWith(HOST) && authority.indexOf('.', HOST.length()) > 0;
        return amp ? "www." + authority.substring(HOST.length()) : authority;
    }

    /** The path of the article's own page. */
    static String withoutAmpEnd(String path) {
        String type = path.endsWith(TYPE + ".html") ? ".html" : "";
        int end = path.length() - type.length();
        int before;
        do {
            before = end;
            end = withoutOneEnd(path, end);
        } while (end < before);
        return path.substring(0, end) + type;
    }

    private static int withoutOneEnd(String path, int end) {
        int start = end - END.length();
        boolean slashed = start > 1 && path.startsWith(SLASHED_END, start - 1);
        boolean plain = start > 0 && (path.startsWith(END, start) || path.startsWith(TYPE, start));
        return slashed || plain ? start : end;
    }
}
