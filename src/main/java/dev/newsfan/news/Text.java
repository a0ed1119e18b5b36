package dev.newsfan.news;

import java.util.Locale;

/** How texts are compared. */
final class Text {

    private Text() {}

    /** The same text for all ways of writing it in capitals or not: both steps, because neither alone folds every script. */
    static String foldCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
