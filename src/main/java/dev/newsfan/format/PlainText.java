package dev.newsfan.format;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Makes plain text of what sources write, so that nobody downstream has to wonder whether it is HTML. */
final class PlainText {

    /** The longest summary, in characters: some feeds put a whole article there. */
    static final int LONGEST_SUMMARY = 500;

    private static final Pattern SPACE_OR_CONTROL = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

    private PlainText() {}

    /** The text of an HTML fragment, its tags gone and its entities resolved. */
    static String ofHtml(String html) {
        boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return plain ? html : Jsoup.parseBodyFragment(html).text();
    }

    /** The text with every run of spaces, line ends and control characters made one space, and none at the ends. */
    static String oneLine(String text) {
        return isOneLine(text)
                ? text
                : SPACE_OR_CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** Nearly every text is; to see it takes a tenth of what the pattern takes. */
    private static boolean isOneLine(String text) {
        // A space at the start has one before it, so to speak.
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = c == ' ' ? before != ' ' : c > ' ' && c < '\u007f' || c > '\u00a0' && c < '\u1680';
            if (!fits) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** The text in one line, cut after a word and marked with an ellipsis if it is too long. */
    static String excerpt(String text) {
        String line = oneLine(text);
        if (line.length() <= LONGEST_SUMMARY) {
            return line;
        }
        int cut = line.lastIndexOf(' ', LONGEST_SUMMARY - 1);
        if (cut < LONGEST_SUMMARY / 2) {
            // A script without spaces, or one endless word; don't cut a surrogate pair in two.
            cut = Character.isHighSurrogate(line.charAt(LONGEST_SUMMARY - 2))
                    ? LONGEST_SUMMARY - 2
                    : LONGEST_SUMMARY - 1;
        }
        return line.substring(0, cut) + "…";
    }
}
