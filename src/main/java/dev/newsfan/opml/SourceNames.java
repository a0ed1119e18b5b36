package dev.newsfan.opml;

import java.net.URI;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names that a source may have of what feeds are called, each of them once. */
final class SourceNames {

    /** Leaves room for a number. */
    private static final int LONGEST = 50;

    private final Set<String> given = new HashSet<>();

    /**
     * The next name: of letters, digits and dashes, made of the title, or of the host where that has no Latin letters, or is
     * the URL itself, which may hold a key.
     *
     * @param url can be asked
     */
    String next(String title, String url) {
        String name = isUrl(title) ? "" : slug(title);
        if (name.isEmpty()) {
            name = slug(URI.create(url).getHost().replaceFirst("^www\\.", ""));
        }
        if (name.isEmpty()) {
            // The host is an address of zeros.
            name = "feed";
        }
        String unique = name;
        for (int i = 2; !given.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    /** Whether a title is no more than where the feed is, as readers have it that know no better. */
    static boolean isUrl(String title) {
        return title.contains("://");
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replaceAll("\\p{M}|['’]", "")
                .toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("[^a-z0-9]+", "-");
        return words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^-|-$", "");
    }
}
