package dev.newsfan.format;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one item of a feed says, as it stands there; for one thread. */
final class FeedItem {

    private final Map<FeedPart, FeedText> texts = new EnumMap<>(FeedPart.class);
    private final Map<FeedPart, String> links = new EnumMap<>(FeedPart.class);

    /** Takes what an element says, unless another has said it before. */
    void add(FeedPart part, FeedText text) {
        if (!text.content().isEmpty()) {
            texts.putIfAbsent(part, text);
        }
    }

    /** Takes a link, unless there is another of its kind. */
    void addLink(FeedPart part, String link) {
        if (!link.isBlank()) {
            links.putIfAbsent(part, link);
        }
    }

    /**
     * The article that it tells of.
     *
     * @param base what its links are relative to; empty if nobody knows
     */
    ParsedArticle article(String base, Dates dates) {
        String summary = text(FeedPart.SUMMARIES);
        return ParsedArticle.titled(text(FeedPart.TITLES), url(base), published(dates), summary);
    }

    private String text(List<FeedPart> parts) {
        for (FeedPart part : parts) {
            FeedText text = texts.get(part);
            String plain = text == null ? "" : TwiceEncoded.undone(text.text());
            if (!plain.isBlank()) {
                return plain;
            }
        }
        return "";
    }

    private Optional<Instant> published(Dates dates) {
        for (FeedPart part : FeedPart.DATES) {
            FeedText text = texts.get(part);
            Optional<Instant> date =
                    text == null ? Optional.empty() : dates.read(text.content().plain());
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** Some items have a link, others only an identifier that happens to be one. */
    private String url(String base) {
        for (FeedPart part : FeedPart.LINKS) {
            String link = links.getOrDefault(part, "");
            boolean usable = Links.isWeb(link) || !part.isLinkOnlyIfWhole(link);
            if (!link.isEmpty() && usable) {
                return Links.resolve(base, link);
            }
        }
        return "";
    }
}
