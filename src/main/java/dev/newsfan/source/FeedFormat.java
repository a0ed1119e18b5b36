package dev.newsfan.source;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    public List<Draft> decode(byte[] body, Optional<String> contentType) {
        try {
            SyndFeedInput input = new SyndFeedInput();
            // Without document types there are no entities: none that reads a file or a URL, none that explodes.
            input.setAllowDoctypes(false);
            return input.build(reader(body, contentType)).getEntries().stream()
                    .map(FeedFormat::draft)
                    .toList();
        } catch (FeedException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new SourceException(
                    doctype
                            ? "its feed has a document type (DOCTYPE), which is refused, as it could read files"
                            : "its answer is not well-formed XML, or was cut off",
                    e);
        } catch (IllegalArgumentException e) {
            throw new SourceException("its answer is not a feed that can be read: neither RSS nor Atom", e);
        } catch (IOException e) {
            throw new SourceException("its feed is in an encoding that can't be read", e);
        }
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

    private static Draft draft(SyndEntry entry) {
        return new Draft(
                PlainText.ofHtml(orEmpty(entry.getTitle())),
                url(entry),
                Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(FeedFormat::instant),
                summary(entry));
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

    private static Instant instant(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
