package dev.newsfan.news;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What of an article decides whether another tells the same story.
 *
 * <p>Two do if they are published within two days of each other and their titles are as similar as is wanted. All of the words have to be
 * the same if either has fewer than four, as such titles are soon alike; if either has no date, as nothing else speaks for it then; and if both
 * are of one source, as it knows what it tells twice, and tells of each day in nearly the same words (<i>Puzzle of 19 November</i>).
 * A title of fewer than four words that a source has twice says nothing at all (<i>Morning news brief</i>).
 */
final class Title {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final int FEW_WORDS = 4;

    /** A threshold in binary may lie that much above what it is written as. */
    private static final double ROUNDING = 1e-9;

    private final int[] words;
    private final Optional<Instant> publishedAt;
    private final String source;

    /** @param words by their ranks, rare ones first; each once */
    Title(int[] words, Optional<Instant> publishedAt, String source) {
        this.words = words;
        this.publishedAt = publishedAt;
        this.source = source;
    }

    int word(int position) {
        return words[position];
    }

    /** How many of its words have to be looked at so that one of them is among as many of each title that may tell the same. */
    int prefix(double threshold) {
        boolean exact = isShort() || publishedAt.isEmpty();
        int shared = (int) Math.ceil((exact ? 1 : threshold) * words.length - ROUNDING);
        return Math.min(words.length, words.length - shared + 1);
    }

    private boolean isShort() {
        return words.length < FEW_WORDS;
    }

    /** Whether one that is published before isn't too old; without dates nothing is. */
    boolean reaches(Title earlier) {
        return publishedAt.isEmpty()
                || earlier.publishedAt.isEmpty()
                || Duration.between(earlier.publishedAt.get(), publishedAt.get())
                                .abs()
                                .compareTo(TWO_DAYS)
                        <= 0;
    }

    boolean tellsTheSameAs(Title other, double threshold) {
        boolean oneSource = source.equals(other.source);
        boolean exact =
                oneSource || isShort() || other.isShort() || publishedAt.isEmpty() || other.publishedAt.isEmpty();
        return !(oneSource && isShort()) && reaches(other) && similarity(other) >= (exact ? 1 : threshold);
    }

    /** The number of words that both have, divided by that of those that either has; there is at least one. */
    private double similarity(Title other) {
        int shared = 0;
        int own = 0;
        int others = 0;
        while (own < words.length && others < other.words.length) {
            int compared = Integer.compare(words[own], other.words[others]);
            shared += compared == 0 ? 1 : 0;
            own += compared <= 0 ? 1 : 0;
            others += compared >= 0 ? 1 : 0;
        }
        return (double) shared / (words.length + other.words.length - shared);
    }
}
