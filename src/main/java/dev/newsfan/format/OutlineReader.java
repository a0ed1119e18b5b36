package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes the {@link Outline} of an answer: by its first character that counts, in whatever encoding, and of JSON the names at its
 * top, in one pass that ends as soon as they are enough. For one thread, and one answer.
 */
final class OutlineReader {

    /** How far what isn't XML at its very start may begin later: behind a warning of the server's, mostly. */
    private static final int LONGEST_PREAMBLE = 4 * 1024;

    private static final Pattern FEED =
            Pattern.compile("<(\\?xml|rss|rdf:rdf|feed|channel)\\b", Pattern.CASE_INSENSITIVE);

    private final Answer answer;
    private final Predicate<Outline> enough;

    /** @param enough whether an outline tells all that is to be known, though there may be more */
    OutlineReader(Answer answer, Predicate<Outline> enough) {
        this.answer = answer;
        this.enough = enough;
    }

    /** @throws FormatException if it begins as JSON and isn't */
    Outline read() {
        return switch (firstCharacter()) {
            case '<' -> complete(Outline.Shape.MARKUP);
            case '{', '[' -> Json.tokens(answer, this::read);
            default -> complete(holdsMarkup() ? Outline.Shape.MARKUP : Outline.Shape.OTHER);
        };
    }

    private static Outline complete(Outline.Shape shape) {
        Outline outline = new Outline(shape);
        outline.end();
        return outline;
    }

    /** The first that is in ASCII, to which UTF-16 and UTF-32 add nothing but zeros; or a space if another comes before. */
    private char firstCharacter() {
        for (byte b : answer.body()) {
            if (b > ' ') {
                return (char) b;
            }
            if (b < 0 && !isOfMark(b & 0xff)) {
                return ' ';
            }
        }
        return ' ';
    }

    /** Whether it is a byte of a byte order mark. */
    private static boolean isOfMark(int b) {
        return b == 0xef || b == 0xbb || b == 0xbf || b == 0xfe || b == 0xff;
    }

    private boolean holdsMarkup() {
        boolean xml = answer.contentType()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("/xml") || type.contains("+xml"))
                .isPresent();
        int length = Math.min(answer.body().length, LONGEST_PREAMBLE);
        return xml
                || FEED.matcher(new String(answer.body(), 0, length, ISO_8859_1))
                        .find();
    }

    private Outline read(JsonParser parser) throws IOException {
        Outline outline = new Outline(Outline.Shape.OBJECT);
        boolean known =
                parser.nextToken() == JsonToken.START_ARRAY ? isList(parser, outline) : isObject("", parser, outline);
        if (!known) {
            outline.end();
        }
        return outline;
    }

    /** @return whether it is enough */
    private boolean isObject(String path, JsonParser parser, Outline outline) throws IOException {
        String name = parser.nextFieldName();
        while (name != null && !outline.isFull()) {
            boolean known = isField(path + name, parser, outline);
            if (known) {
                return true;
            }
            name = parser.nextFieldName();
        }
        return false;
    }

    private boolean isField(String field, JsonParser parser, Outline outline) throws IOException {
        JsonToken value = parser.nextToken();
        switch (value) {
            case START_ARRAY -> outline.addList(field);
            case VALUE_STRING -> outline.addText(field, parser.getText());
            default -> outline.add(field);
        }
        if (enough.test(outline)) {
            return true;
        }
        boolean top = field.indexOf('.') < 0;
        if (value == JsonToken.START_OBJECT && top) {
            return isObject(field + ".", parser, outline);
        }
        parser.skipChildren();
        return false;
    }

    private boolean isList(JsonParser parser, Outline outline) throws IOException {
        JsonToken first = parser.nextToken();
        while (first == JsonToken.VALUE_NULL) {
            first = parser.nextToken();
        }
        boolean numbers = first == JsonToken.END_ARRAY || first.isNumeric();
        outline.shape(numbers ? Outline.Shape.NUMBERS : Outline.Shape.LIST);
        return first == JsonToken.START_OBJECT ? isObject("", parser, outline) : enough.test(outline);
    }
}
