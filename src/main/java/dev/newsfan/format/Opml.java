package dev.newsfan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The feeds of an OPML file, as any reader exports them (opml.org/spec2.opml): forgiving like the reading of feeds, as many such files
 * aren't well-formed XML.
 */
public final class Opml {

    /** Readers differ in how they write it. */
    private static final List<String> URLS = List.of("xmlUrl", "xmlurl", "xmlURL", "XMLURL");

    private static final List<String> TITLES = List.of("title", "text", "TITLE", "TEXT");

    /**
     * A feed of the file.
     *
     * @param title what it is called there; may be empty
     * @param url where it is, as it is written there but for spaces; not empty
     */
    public record Feed(String title, String url) {}

    private Opml() {}

    /**
     * The feeds in their order, those in folders included. What is commented out is left out with all below it.
     *
     * @throws FormatException if it is no OPML
     */
    public static List<Feed> read(byte[] file) {
        XmlCursor xml = new XmlCursor(Encoding.decode(file, Optional.empty()));
        List<Feed> feeds = new ArrayList<>();
        boolean opml = false;
        int comment = Integer.MAX_VALUE;
        while (xml.next()) {
            if (!xml.isStart()) {
                comment = xml.depth() <= comment ? Integer.MAX_VALUE : comment;
                continue;
            }
            String name = xml.localName().toLowerCase(Locale.ROOT);
            opml |= name.equals("opml");
            if (opml && name.equals("outline") && xml.depth() < comment) {
                if (xml.attribute("isComment").equalsIgnoreCase("true")) {
                    comment = xml.depth();
                } else {
                    feed(xml).ifPresent(feeds::add);
                }
            }
        }
        if (!opml) {
            throw new FormatException("it is no OPML: there is no element opml in it");
        }
        return feeds;
    }

    private static Optional<Feed> feed(XmlCursor outline) {
        return first(outline, URLS).map(url -> new Feed(first(outline, TITLES).orElse(""), url));
    }

    private static Optional<String> first(XmlCursor outline, List<String> attributes) {
        return attributes.stream()
                .map(outline::attribute)
                .map(PlainText::oneLine)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
