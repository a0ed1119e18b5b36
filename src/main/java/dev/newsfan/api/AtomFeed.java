package dev.newsfan.api;

import dev.newsfan.aggregate.WrittenArticles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** The digest as an Atom feed (RFC 4287), around entries that are written already. */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    /** The whole document, in UTF-8. */
    static ByteArrayOutputStream write(FeedHead head, WrittenArticles entries) {
        var bytes = new ByteArrayOutputStream();
        try {
            XmlOut xml = new XmlOut(bytes);
            xml.beginDocument("feed", NAMESPACE);
            xml.text("id", head.self());
            xml.text("title", head.title(), "type", "text");
            xml.text("updated", entries.newest().orElse(AtomEntries.UNDATED).toString());
            xml.empty("link", "rel", "self", "type", MEDIA_TYPE, "href", head.self());
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", head.home());
            xml.begin("author");
            xml.text("name", "Newsfan");
            xml.end();
            xml.text("generator", "Newsfan");
            xml.flush();
            entries.writeTo(bytes);
            xml.end();
            xml.flush();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException("Memory takes whatever is written", e);
        }
        return bytes;
    }
}
