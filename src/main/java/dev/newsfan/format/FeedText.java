package dev.newsfan.format;

import java.util.Locale;

/**
 * What an element of a feed holds, and how it has to be understood.
 *
 * @param type as what its text has to be read
 * @param content as it stands in the feed
 */
record FeedText(Type type, XmlText content) {

    enum Type {
        /** Text in which a tag is a tag's name, and nothing else: Atom's usual one (RFC 4287, section 3.1.1.1). */
        TEXT,
        /** HTML, escaped: that of RSS, which doesn't say, and of Atom if it says so. */
        HTML,
        /** Elements within the element. */
        MARKUP,
        /** Such as an image. */
        NO_TEXT;

        /**
         * That of an element with such a {@code type}.
         *
         * @param value of Atom 1.0 or a media type of Atom 0.3; empty if it has none
         */
        static Type of(String value, boolean atom) {
            String type = value.toLowerCase(Locale.ROOT).strip();
            if (type.contains("xhtml")) {
                return MARKUP;
            }
            if (type.contains("html")) {
                return HTML;
            }
            boolean media = type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("xml");
            if (media && atom) {
                return NO_TEXT;
            }
            return atom ? TEXT : HTML;
        }
    }

    /** The text that a reader sees, perhaps with spaces around. */
    String text() {
        boolean markup = type == Type.MARKUP || type != Type.NO_TEXT && content.hasTags();
        if (markup) {
            return PlainText.ofHtml(content.html());
        }
        return switch (type) {
            case TEXT -> content.plain();
            case HTML -> PlainText.ofHtml(content.plain());
            case MARKUP, NO_TEXT -> "";
        };
    }
}
