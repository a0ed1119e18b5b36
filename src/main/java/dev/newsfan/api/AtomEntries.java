package dev.newsfan.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.aggregate.ArticleForm;
import dev.newsfan.news.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Articles as the entries of an Atom feed (RFC 4287, section 4.1.2), without the feed around them. */
final class AtomEntries implements ArticleForm {

    /**
     * Stands for the date of an article that has none, as Atom demands one: as long ago as a clock knows, so that readers put it
     * last, as the digest does. No date before 1990 is believed here, so that a Newsfan that reads it knows better.
     */
    static final Instant UNDATED = Instant.EPOCH;

    /** What the categories are that name the other sources of an article. */
    static final String ALSO_IN = "urn:newsfan:also-in";

    @Override
    public byte[] write(List<Article> articles, ObjectMapper json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            XmlOut xml = new XmlOut(bytes);
            for (Article article : articles) {
                write(article, xml);
            }
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Article article, XmlOut xml) throws XMLStreamException {
        xml.begin("entry");
        xml.text("id", FeedEntry.id(article));
        xml.text("title", article.title(), "type", "text");
        xml.empty("link", "rel", "alternate", "href", FeedEntry.link(article));
        if (article.publishedAt().isPresent()) {
            xml.text("published", article.publishedAt().get().toString());
        }
        xml.text("updated", article.publishedAt().orElse(UNDATED).toString());
        xml.begin("author");
        xml.text("name", article.source());
        xml.end();
        for (String source : article.alsoIn()) {
            xml.empty("category", "scheme", ALSO_IN, "term", source, "label", "also in " + source);
        }
        if (!article.summary().isEmpty()) {
            xml.text("summary", article.summary(), "type", "text");
        }
        xml.end();
    }
}
