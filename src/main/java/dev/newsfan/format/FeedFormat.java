package dev.newsfan.format;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** RSS and Atom, in all their versions, well-formed or not quite. */
@ApplicationScoped
class FeedFormat implements Format {

    private final Dates dates;

    FeedFormat() {
        this(InstantSource.system());
    }

    FeedFormat(InstantSource clock) {
        this.dates = new Dates(clock);
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public boolean accepts(String mediaType) {
        return mediaType.endsWith("/xml") || mediaType.endsWith("+xml");
    }

    @Override
    public String accept() {
        return "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1";
    }

    @Override
    public boolean recognizes(Outline outline) {
        return outline.shape() == Outline.Shape.MARKUP;
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        String text = Encoding.decode(answer.body(), answer.contentType());
        FeedReader feed = new FeedReader(text, answer.url().orElse(""));
        feed.read();
        String base = feed.base();
        List<ParsedArticle> articles = new ArrayList<>(feed.items().size());
        for (FeedItem item : feed.items()) {
            articles.add(item.article(base, dates));
        }
        return articles;
    }
}
