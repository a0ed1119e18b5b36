package dev.newsfan.format;

import org.jsoup.nodes.Entities;

/** Resolves {@code &amp;}, {@code &#233;} and {@code &eacute;}: numbers and the names of HTML, never an entity of a DTD. */
final class CharacterReferences {

    private static final int LONGEST_NAME = 32;
    private static final int MOST_DIGITS = 8;

    /** Those that escaped HTML is full of; to look them up as the others takes several times as long. */
    private static final String[] USUAL = {"lt;", "gt;", "amp;", "quot;"};

    private static final String USUAL_MEANINGS = "<>&\"";

    private CharacterReferences() {}

    /** The text with its references resolved; those that mean nothing stay as they are. */
    static String resolve(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&') {
                at = append(text, at, resolved);
            } else {
                resolved.append(c);
                at++;
            }
        }
        return resolved.toString();
    }

    /**
     * Appends what the reference means that begins at an ampersand, or the ampersand if it begins none.
     *
     * @return where the text goes on
     */
    static int append(String text, int ampersand, StringBuilder out) {
        int start = ampersand + 1;
        for (int i = 0; i < USUAL.length; i++) {
            if (text.startsWith(USUAL[i], start)) {
                out.append(USUAL_MEANINGS.charAt(i));
                return start + USUAL[i].length();
            }
        }
        int end = start < text.length() && text.charAt(start) == '#'
                ? appendNumber(text, start + 1, out)
                : appendName(text, start, out);
        if (end < 0) {
            out.append('&');
            return start;
        }
        return end;
    }

    private static int appendName(String text, int start, StringBuilder out) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_NAME && isOfName(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            return -1;
        }
        String name = text.substring(start, end);
        boolean ended = end < text.length() && text.charAt(end) == ';';
        // Some old names may do without a semicolon, but not in a URL's query, where the name would be a parameter's.
        boolean mayDoWithout =
                !ended && (end == text.length() || text.charAt(end) != '=') && Entities.isBaseNamedEntity(name);
        String meaning = ended || mayDoWithout ? meaning(name) : "";
        if (meaning.isEmpty()) {
            return -1;
        }
        out.append(meaning);
        return ended ? end + 1 : end;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static String meaning(String name) {
        // That of XML isn't among those that HTML had at first.
        return name.equals("apos") ? "'" : Entities.getByName(name);
    }

    private static int appendNumber(String text, int start, StringBuilder out) {
        boolean hex = start < text.length() && (text.charAt(start) == 'x' || text.charAt(start) == 'X');
        int radix = hex ? 16 : 10;
        int digits = hex ? start + 1 : start;
        int end = digits;
        long number = 0;
        while (end < text.length() && end - digits < MOST_DIGITS && Character.digit(text.charAt(end), radix) >= 0) {
            number = number * radix + Character.digit(text.charAt(end), radix);
            end++;
        }
        if (end == digits) {
            return -1;
        }
        if (number >= 128 && number < 160) {
            // These are control characters, but windows-1252 is meant (HTML, section 13.2.5.80).
            out.append(Encoding.inWindows1252((int) number));
        } else if (number <= Character.MAX_CODE_POINT && isCharacter((int) number)) {
            out.appendCodePoint((int) number);
        }
        return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    }

    private static boolean isCharacter(int codePoint) {
        return (codePoint >= ' ' || Character.isWhitespace(codePoint))
                && Character.getType(codePoint) != Character.SURROGATE;
    }
}
