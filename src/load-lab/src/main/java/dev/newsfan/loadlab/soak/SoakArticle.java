package dev.newsfan.loadlab.soak;

import java.time.Instant;

/**
 * An article that tells of which answer it was a part, so that one that turns up in another's digest is found.
 *
 * @param source that gave it
 * @param answer its number, which the source gives but once
 * @param index its place in the answer, from 0
 */
public record SoakArticle(String source, long answer, int index) {

    /** How many an answer has. */
    public static final int PER_ANSWER = 10;

    private static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");
    private static final int WORDS = 60;

    /** Distinct from that of any other article of any answer. */
    public String url() {
        return "https://%s.example/%d/%d".formatted(source, answer, index);
    }

    public String title() {
        return "%s reports no. %d of answer %d".formatted(source, index, answer);
    }

    /** Long enough that answers don't fit into the first packet. */
    public String summary() {
        return ("%s-%d-%d ".formatted(source, answer, index)).repeat(WORDS).strip();
    }

    public Instant publishedAt() {
        return NEWEST.minusSeconds(60L * index);
    }
}
