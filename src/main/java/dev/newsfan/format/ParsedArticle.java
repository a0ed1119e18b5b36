package dev.newsfan.format;

import dev.newsfan.news.Article;
import java.time.Instant;
import java.util.Optional;

/**
 * An article as a format has read it: not yet known to be fit to print.
 *
 * @param title plain text, empty if there is none
 * @param url as the source wrote it, empty if there is none
 * @param publishedAt empty if the source doesn't say, or not in a way that can be understood
 * @param summary plain text, empty if there is none
 */
public record ParsedArticle(String title, String url, Optional<Instant> publishedAt, String summary) {

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    public ParsedArticle {
        title = PlainText.oneLine(title);
        url = url.strip();
        publishedAt = publishedAt.filter(ParsedArticle::hasFourDigitYear);
        summary = PlainText.excerpt(summary);
    }

    /** RFC 3339, section 5.6, knows no other years; a date that can't be written in it would be no date to a reader. */
    private static boolean hasFourDigitYear(Instant date) {
        return !date.isBefore(YEAR_0) && date.isBefore(YEAR_10000);
    }

    /** The article, or empty if it has no title or no http(s) URL. */
    public Optional<Article> toArticle(String source) {
        try {
            return Optional.of(new Article(title, url, publishedAt, summary, source));
        } catch (IllegalArgumentException unfit) {
            // To ask before would be to check nearly every article twice.
            return Optional.empty();
        }
    }
}
