package dev.newsfan.news;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One piece of news, as one source tells it.
 *
 * @param title plain text, not blank
 * @param url where to read it, as the source wrote it: absolute, http or https, without a user in it
 * @param publishedAt when it was published; empty if the source doesn't say
 * @param summary plain text; empty if the source gives none, never null
 * @param source the name of the source
 * @param alsoIn the names of the other sources that have the same story, in the sources' order; empty before a merge, never null
 */
public record Article(
        String title, String url, Optional<Instant> publishedAt, String summary, String source, List<String> alsoIn) {

    public Article {
        if (title.isBlank()) {
            throw new IllegalArgumentException("An article needs a title");
        }
        if (CanonicalUrl.of(url).isEmpty()) {
            throw new IllegalArgumentException("Not an http(s) URL: " + url);
        }
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(source, "source");
        alsoIn = List.copyOf(alsoIn);
    }

    /** An article as its source tells it, whoever else has it. */
    public Article(String title, String url, Optional<Instant> publishedAt, String summary, String source) {
        this(title, url, publishedAt, summary, source, List.of());
    }

    /** The same, with the other sources that have it. */
    Article alsoIn(List<String> others) {
        return others.equals(alsoIn) ? this : new Article(title, url, publishedAt, summary, source, others);
    }

    /** When the newest of these was published; empty if none has a date. */
    public static Optional<Instant> newest(List<Article> articles) {
        Instant newest = Instant.MIN;
        for (Article article : articles) {
            Instant published = article.publishedAt.orElse(Instant.MIN);
            newest = published.isAfter(newest) ? published : newest;
        }
        return Optional.of(newest).filter(some -> !some.equals(Instant.MIN));
    }

    /** One spelling for all spellings of its URL: who has the same tells the same article. */
    public String canonicalUrl() {
        return CanonicalUrl.of(url).orElseThrow().value();
    }

    /** Whether the word stands in the title or the summary, in capitals or not, also as a part of a longer word. */
    public boolean mentions(String word) {
        String wanted = Text.foldCase(word);
        return Text.foldCase(title).contains(wanted) || Text.foldCase(summary).contains(wanted);
    }
}
