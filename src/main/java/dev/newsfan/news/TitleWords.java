package dev.newsfan.news;

import static java.util.stream.Collectors.toSet;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a title, as two titles are compared by them: in Unicode's form NFKC, in lower case, and made of letters, their marks and
 * digits. Where a script sets no spaces between words, each pair of neighbours is one.
 *
 * <p>A part at the end that names the publisher (<i>… - The Guardian</i>, <i>… | BBC News</i>) is none of the title: one behind a dash, a
 * bar or a dot between spaces, of at most four words, the first and the last of which begin with a capital, if at least four words stay.
 * All other words count, also little ones: <i>to</i> and <i>not to</i> are what distinguishes many a title.
 */
final class TitleWords {

    /** So many may name a publisher, and so many have to be left. */
    private static final int PUBLISHERS = 4;

    /** No title needs more to be told apart, and one that has thousands mustn't take as much longer. */
    private static final int MOST = 40;

    /** Unicode's categories of letters, marks and digits, a bit each. */
    private static final int OF_WORDS = Stream.of(
                    Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER)
            .mapToInt(category -> 1 << category)
            .sum();

    private static final String DASHES = "-\u2013\u2014\u2015|\u00b7\u2022";

    /** Before it there is none of them, and to look a script up takes long. */
    private static final char FIRST_WITHOUT_SPACES = '\u0e00';

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private TitleWords() {}

    /** Each once; empty for a title that has none. */
    static Set<String> of(String title) {
        String normal = Normalizer.normalize(title, Normalizer.Form.NFKC);
        int dash = lastDash(normal);
        boolean publisher = dash >= 0
                && namesAPublisher(normal.substring(dash + 1))
                && words(normal.substring(0, dash)).size() >= PUBLISHERS;
        return words(publisher ? normal.substring(0, dash) : normal);
    }

    /** Where the last one between spaces stands, or -1. */
    private static int lastDash(String title) {
        for (int at = title.length() - 2; at > 0; at--) {
            boolean dash = DASHES.indexOf(title.charAt(at)) >= 0;
            if (dash && title.charAt(at - 1) == ' ' && title.charAt(at + 1) == ' ') {
                return at;
            }
        }
        return -1;
    }

    private static boolean namesAPublisher(String end) {
        List<String> words = pieces(end);
        return !words.isEmpty()
                && words.size() <= PUBLISHERS
                && Character.isUpperCase(words.getFirst().codePointAt(0))
                && Character.isUpperCase(words.getLast().codePointAt(0));
    }

    /** What stands between all that is of no word. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int letter = text.codePointAt(at);
            next = at + Character.charCount(letter);
            boolean ofAWord = (OF_WORDS >>> Character.getType(letter) & 1) == 1;
            if (ofAWord && next == text.length()) {
                pieces.add(text.substring(start));
            } else if (!ofAWord) {
                if (at > start) {
                    pieces.add(text.substring(start, at));
                }
                start = next;
            }
        }
        return pieces;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String piece : pieces(Text.foldCase(text))) {
            if (isSpaced(piece)) {
                words.add(piece);
            } else {
                pairs(piece).forEach(words::add);
            }
            if (words.size() >= MOST) {
                return words.stream().limit(MOST).collect(toSet());
            }
        }
        return words;
    }

    private static boolean isSpaced(String piece) {
        return piece.length() < 2
                || piece.chars().allMatch(c -> c < FIRST_WITHOUT_SPACES)
                || piece.codePoints().mapToObj(UnicodeScript::of).noneMatch(WITHOUT_SPACES::contains);
    }

    private static Stream<String> pairs(String piece) {
        int[] letters = piece.codePoints().toArray();
        return letters.length < 2
                ? Stream.of(piece)
                : IntStream.range(0, letters.length - 1).mapToObj(at -> new String(letters, at, 2));
    }
}
