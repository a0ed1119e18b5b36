package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;

/**
 * What an element of a feed holds, and how it has to be understood.
 *
 * @param type as what its text has to be read
 * @param content as it stands in the feed
 */
record FeedText(Type type, XmlText content) {

    /** What is longer is no text that anybody would write so. */
    private static final int LONGEST_BASE64 = 100_000;

    enum Type {
        /** Text in which a tag is a tag's name, and nothing else: Atom's usual one (RFC 4287, section 3.1.1.1). */
        TEXT,
        /** HTML, escaped: that of RSS, which doesn't say, and of Atom if it says so. */
        HTML,
        /** Elements within the element. */
        MARKUP,
        /** In Base64, which may be a text or an image. */
        BASE64;

        /**
         * That of an element with such a {@code type}.
         *
         * @param value of Atom 1.0 or a media type of Atom 0.3; empty if it has none
         * @param mode of Atom 0.3; empty if it has none
         */
        static Type of(String value, String mode, boolean atom) {
            if (mode.equals("base64")) {
                return BASE64;
            }
            String type = value.toLowerCase(Locale.ROOT).strip();
            if (type.contains("xhtml")) {
                return MARKUP;
            }
            if (type.contains("html")) {
                return HTML;
            }
            boolean media = type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("xml");
            if (media && atom) {
                return BASE64;
            }
            return atom ? TEXT : HTML;
        }
    }

    /** The text that a reader sees, perhaps with spaces around. */
    String text() {
        boolean markup = type == Type.MARKUP || type != Type.BASE64 && content.hasTags();
        if (markup) {
            return PlainText.ofHtml(content.html());
        }
        return switch (type) {
            case TEXT -> content.plain();
            case HTML -> PlainText.ofHtml(content.plain());
            case BASE64 -> PlainText.ofHtml(ofBase64(content.plain()));
            case MARKUP -> "";
        };
    }

    private static String ofBase64(String text) {
        if (text.length() > LONGEST_BASE64) {
            return "";
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return "";
        }
    }
}
