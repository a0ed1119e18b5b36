package dev.newsfan.format;

import dev.newsfan.news.Article;
import java.time.Instant;
import java.util.Optional;

/**
 * An article as a format has read it: not yet known to be fit to print.
 *
 * @param title plain text, empty if there is none that can be seen
 * @param url as the source wrote it, empty if there is none
 * @param publishedAt empty if the source doesn't say, or not in a way that can be understood
 * @param summary plain text, empty if there is none
 */
public record ParsedArticle(String title, String url, Optional<Instant> publishedAt, String summary) {

    /** The longest title, in characters, that is made of a text. */
    private static final int LONGEST_TITLE_OF_TEXT = 100;

    /** The longest title, in characters; who writes a longer one wants something else than to tell news. */
    private static final int LONGEST_TITLE = 500;

    /** The longest URL, in characters; to cut it would be to lead elsewhere. */
    private static final int LONGEST_URL = 4_000;

    public ParsedArticle {
        title = PlainText.excerpt(title, LONGEST_TITLE);
        url = url.length() > LONGEST_URL ? "" : url.strip();
        summary = PlainText.excerpt(summary);
    }

    /** An article of a feed. There a title may be missing: the beginning of its text stands for it, or else its URL. */
    static ParsedArticle titled(String title, String url, Optional<Instant> publishedAt, String summary) {
        ParsedArticle article = new ParsedArticle(title, url, publishedAt, summary);
        if (!article.title.isEmpty()) {
            return article;
        }
        String text = PlainText.excerpt(article.summary, LONGEST_TITLE_OF_TEXT);
        return new ParsedArticle(text.isEmpty() ? url : text, url, publishedAt, summary);
    }

    /** The article, or empty if it has no title or no http(s) URL. */
    public Optional<Article> toArticle(String source) {
        if (title.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Article(title, url, publishedAt, summary, source));
        } catch (IllegalArgumentException unfit) {
            // To ask before would be to check nearly every article twice.
            return Optional.empty();
        }
    }
}
