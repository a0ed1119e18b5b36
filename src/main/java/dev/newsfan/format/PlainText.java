package dev.newsfan.format;

/** Makes plain text of what sources write, so that nobody downstream has to wonder whether it is HTML. */
final class PlainText {

    /** The longest summary, in characters: some feeds put a whole article there. */
    static final int LONGEST_SUMMARY = 500;

    /** Turn the direction of what follows, and so may make a text read as another (Unicode's Bidi_Control). */
    private static final String TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /** Letters that nobody sees: fillers, joiners and the empty pattern of Braille. */
    private static final String EMPTY_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private PlainText() {}

    /** The text of an HTML fragment, its tags gone and its entities resolved; only the first few thousand characters. */
    static String ofHtml(String html) {
        boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return plain ? html : HtmlText.of(html);
    }

    /**
     * The text with every run of spaces, line ends and control characters made one space, none at the ends, and no character
     * that turns its direction. Empty if nobody could see anything of it.
     */
    static String oneLine(String text) {
        if (isOneLine(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        boolean visible = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = !line.isEmpty();
            } else if (TURNING.indexOf(c) < 0) {
                line.append(space ? " " : "").appendCodePoint(c);
                visible = visible || isVisible(c);
                space = false;
            }
        }
        return visible ? line.toString() : "";
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.CONTROL;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED,
                    Character.SURROGATE -> false;
            default -> EMPTY_LETTERS.indexOf(c) < 0;
        };
    }

    /** Nearly every text is, and can be seen; to find that out takes a tenth of what the rest takes. */
    private static boolean isOneLine(String text) {
        // A space at the start has one before it, so to speak.
        char before = ' ';
        boolean visible = text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c > ' ' && c < '\u007f';
            boolean fits = c == ' ' ? before != ' ' : ascii || c > '\u00a0' && isUsual(c);
            if (!fits) {
                return false;
            }
            visible |= ascii;
            before = c;
        }
        return visible && before != ' ' || text.isEmpty();
    }

    /** Neither a space nor a control character, as far as can be told at a glance; dashes and quotation marks are usual. */
    private static boolean isUsual(char c) {
        return c < '\u0300'
                || c >= '\u0370' && c < '\u0600'
                || c >= '\u2010' && c < '\u2028'
                || c >= '\u2030' && c < '\u205f'
                || c > '\u3000' && c < '\u3164'
                || c > '\u3164' && c < '\ufe00';
    }

    /** The text in one line, cut after a word and marked with an ellipsis if it is too long for a summary. */
    static String excerpt(String text) {
        return excerpt(text, LONGEST_SUMMARY);
    }

    /** The same with at most so many characters, two or more. */
    static String excerpt(String text, int longest) {
        String line = oneLine(text);
        if (line.length() <= longest) {
            return line;
        }
        int cut = line.lastIndexOf(' ', longest - 1);
        if (cut < longest / 2) {
            // A script without spaces, or one endless word; don't cut a surrogate pair in two.
            cut = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        }
        return line.substring(0, cut) + "…";
    }
}
