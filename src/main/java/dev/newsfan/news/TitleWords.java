package dev.newsfan.news;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String DASHES = "-\u2013\u2014\u2015|\u00b7\u2022";

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
        String[] words = pieces(end).toArray(String[]::new);
        return words.length > 0
                && words.length <= PUBLISHERS
                && Character.isUpperCase(words[0].codePointAt(0))
                && Character.isUpperCase(words[words.length - 1].codePointAt(0));
    }

    private static Stream<String> pieces(String text) {
        return NO_WORD.splitAsStream(text).filter(piece -> !piece.isEmpty());
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        pieces(Text.foldCase(text)).flatMap(TitleWords::wordsOf).limit(MOST).forEach(words::add);
        return words;
    }

    private static Stream<String> wordsOf(String piece) {
        int[] letters = piece.codePoints().toArray();
        boolean spaced = Arrays.stream(letters).mapToObj(UnicodeScript::of).noneMatch(WITHOUT_SPACES::contains);
        return spaced || letters.length < 2
                ? Stream.of(piece)
                : Stream.iterate(0, at -> at < letters.length - 1, at -> at + 1).map(at -> new String(letters, at, 2));
    }
}
