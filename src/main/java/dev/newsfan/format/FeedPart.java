package dev.newsfan.format;

import java.util.List;
import java.util.Locale;

/** What an element says of an article. Of several that say the same, the one that stands first here counts. */
enum FeedPart {
    TITLE,
    TITLE_OF_A_MODULE,

    LINK,
    LINK_OF_ANOTHER_TYPE,
    LINK_BEFORE_REDIRECTION,
    PERMANENT_LINK,
    IDENTIFIER,
    ENCLOSURE,
    IDENTIFIER_ONLY,

    PUBLISHED,
    ISSUED,
    DATE,
    CREATED,
    UPDATED,

    DESCRIPTION,
    CONTENT,
    MEDIA_DESCRIPTION,
    ITUNES_SUMMARY,
    DUBLIN_CORE_DESCRIPTION,
    ITUNES_SUBTITLE,

    NOTHING;

    static final List<FeedPart> TITLES = List.of(TITLE, TITLE_OF_A_MODULE);
    static final List<FeedPart> LINKS = List.of(
            LINK,
            LINK_OF_ANOTHER_TYPE,
            LINK_BEFORE_REDIRECTION,
            PERMANENT_LINK,
            IDENTIFIER,
            ENCLOSURE,
            IDENTIFIER_ONLY);
    static final List<FeedPart> DATES = List.of(PUBLISHED, ISSUED, DATE, CREATED, UPDATED);
    static final List<FeedPart> SUMMARIES =
            List.of(DESCRIPTION, CONTENT, MEDIA_DESCRIPTION, ITUNES_SUMMARY, DUBLIN_CORE_DESCRIPTION, ITUNES_SUBTITLE);

    /**
     * Whether this part is a name first, and a link only by chance, so that such a value is never relative: {@code a1} is not,
     * while {@code /news/1} must be a path.
     */
    boolean isLinkOnlyIfWhole(String value) {
        return switch (this) {
            case IDENTIFIER_ONLY -> true;
            case IDENTIFIER -> !value.startsWith("/");
            case PERMANENT_LINK -> value.indexOf('/') < 0;
            default -> false;
        };
    }

    /**
     * What an element of this name says.
     *
     * @param atom whether the feed is Atom, and Atom's elements its own
     */
    static FeedPart of(Vocabulary vocabulary, String localName, boolean atom) {
        String name = localName.toLowerCase(Locale.ROOT);
        return switch (vocabulary) {
            case FEED -> ofFeed(name);
            case ATOM -> atom || !name.equals("title") ? ofFeed(name) : TITLE_OF_A_MODULE;
            case DUBLIN_CORE -> ofDublinCore(name);
            case CONTENT -> name.equals("encoded") ? CONTENT : NOTHING;
            case MEDIA -> ofModule(name, MEDIA_DESCRIPTION);
            case ITUNES -> ofModule(name, ITUNES_SUMMARY);
            case XHTML -> name.equals("body") || name.equals("div") ? CONTENT : NOTHING;
            case FEEDBURNER -> name.equals("origlink") ? LINK_BEFORE_REDIRECTION : NOTHING;
            case OTHER -> NOTHING;
        };
    }

    private static FeedPart ofFeed(String name) {
        return switch (name) {
            case "title" -> TITLE;
            case "link" -> LINK;
            case "guid", "id" -> IDENTIFIER;
            case "enclosure" -> ENCLOSURE;
            case "pubdate", "published" -> PUBLISHED;
            case "issued" -> ISSUED;
            case "date" -> DATE;
            case "created" -> CREATED;
            case "updated", "modified" -> UPDATED;
            case "description", "summary" -> DESCRIPTION;
            case "content", "body", "fullitem" -> CONTENT;
            default -> NOTHING;
        };
    }

    private static FeedPart ofDublinCore(String name) {
        return switch (name) {
            case "title" -> TITLE_OF_A_MODULE;
            case "issued", "available" -> ISSUED;
            case "date" -> DATE;
            case "created" -> CREATED;
            case "modified" -> UPDATED;
            case "description", "abstract" -> DUBLIN_CORE_DESCRIPTION;
            default -> NOTHING;
        };
    }

    private static FeedPart ofModule(String name, FeedPart description) {
        return switch (name) {
            case "title" -> TITLE_OF_A_MODULE;
            case "description", "summary" -> description;
            case "subtitle" -> ITUNES_SUBTITLE;
            default -> NOTHING;
        };
    }
}
