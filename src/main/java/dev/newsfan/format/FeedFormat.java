package dev.newsfan.format;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.XmlFixerReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/** RSS and Atom, in all their versions, by Rome. */
@ApplicationScoped
class FeedFormat implements Format {

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public boolean accepts(String mediaType) {
        return mediaType.endsWith("/xml") || mediaType.endsWith("+xml");
    }

    @Override
    public List<ParsedArticle> decode(byte[] body, Optional<String> contentType) {
        try {
            Document feed = document(body, contentType);
            FeedDates.hide(feed);
            return entries(feed).stream().map(FeedFormat::article).toList();
        } catch (JDOMException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new FormatException(
                    doctype
                            ? "its feed has a document type (DOCTYPE), which is refused, as it could read files"
                            : "its answer is not well-formed XML, or was cut off",
                    e);
        } catch (IOException e) {
            throw new FormatException("its feed is in an encoding that can't be read", e);
        }
    }

    /** Some feeds have entities of HTML or a space before everything. Rome's healer is slow, so it mends only what needs it. */
    private static Document document(byte[] body, Optional<String> contentType) throws IOException, JDOMException {
        try {
            return builder().build(reader(body, contentType));
        } catch (JDOMException e) {
            return builder().build(new XmlFixerReader(reader(body, contentType)));
        }
    }

    private static List<SyndEntry> entries(Document feed) {
        try {
            return new SyndFeedInput().build(feed).getEntries();
        } catch (FeedException | RuntimeException e) {
            // Without a channel, Rome stumbles over a null.
            throw new FormatException("its answer is not a feed that can be read: neither RSS nor Atom", e);
        }
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder();
        // Without document types there are no entities: none that reads a file or a URL, none that explodes.
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return builder;
    }

    /**
     * Finds the encoding: a byte order mark says it, or else the XML declaration, or else the header, or else it is UTF-8
     * (RFC 7303, section 3; it puts the header second, but a declaration is made by whoever wrote the feed).
     */
    private static XmlReader reader(byte[] body, Optional<String> contentType) throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        return contentType.isPresent() && !hasByteOrderMark(body)
                ? new XmlReader(stream, contentType.get(), true, "UTF-8")
                : new XmlReader(stream, true);
    }

    private static boolean hasByteOrderMark(byte[] body) {
        String start = HexFormat.of().formatHex(body, 0, Math.min(body.length, 3));
        return start.equals("efbbbf") || start.startsWith("feff") || start.startsWith("fffe");
    }

    private static ParsedArticle article(SyndEntry entry) {
        return new ParsedArticle(
                PlainText.ofHtml(orEmpty(entry.getTitle())), url(entry), FeedDates.of(entry), summary(entry));
    }

    /** Some feeds have a link, others only a permanent identifier that happens to be one. */
    private static String url(SyndEntry entry) {
        String link = orEmpty(entry.getLink());
        return link.isBlank() ? orEmpty(entry.getUri()) : link;
    }

    private static String summary(SyndEntry entry) {
        return Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                .map(SyndContent::getValue)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(PlainText::ofHtml)
                .orElse("");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
