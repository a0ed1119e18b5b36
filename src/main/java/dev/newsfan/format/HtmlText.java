package dev.newsfan.format;

import java.util.Locale;
import java.util.Set;

/**
 * The text of HTML as a reader sees it: tags gone, references resolved, what scripts hold left out. It reads only as far as
 * there is need of text, goes over every character at most a few times, and never into the depth, so that no HTML can keep it
 * busy. For one thread.
 */
final class HtmlText {

    /** Beyond this many characters nobody reads on: a summary is a few hundred. */
    private static final int ENOUGH = 4_000;

    private static final int LONGEST_NAME = 40;

    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
            "embed", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt",
            "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "track", "tt",
            "u", "var", "video", "wbr");
    private static final Set<String> BETWEEN_LINES = Set.of(
            "address",
            "applet",
            "area",
            "article",
            "aside",
            "base",
            "basefont",
            "bgsound",
            "blink",
            "blockquote",
            "body",
            "br",
            "button",
            "canvas",
            "caption",
            "center",
            "col",
            "colgroup",
            "datalist",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frame",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hgroup",
            "hr",
            "html",
            "iframe",
            "input",
            "legend",
            "li",
            "link",
            "main",
            "map",
            "marquee",
            "math",
            "menu",
            "meta",
            "meter",
            "nav",
            "noframes",
            "noscript",
            "object",
            "ol",
            "optgroup",
            "option",
            "output",
            "p",
            "param",
            "pre",
            "progress",
            "section",
            "select",
            "slot",
            "summary",
            "svg",
            "table",
            "tbody",
            "td",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul",
            "xmp");
    private static final Set<String> HIDDEN = Set.of("script", "style", "template");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text of an HTML fragment, in one line as far as its spaces go. */
    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length() && text.length() < ENOUGH) {
            char c = html.charAt(at);
            if (c == '<') {
                readTag();
            } else if (c == '&') {
                at = CharacterReferences.append(html, at, text);
            } else if (XmlTag.isSpace(c)) {
                appendSpace();
                at++;
            } else {
                appendWords();
            }
        }
        return text.toString().strip();
    }

    /** Words with single spaces between them, which is nearly all that there is. */
    private void appendWords() {
        int start = at;
        int end = Math.min(html.length(), start + ENOUGH);
        while (at < end && isWithinWords(html.charAt(at))) {
            at++;
        }
        text.append(html, start, at);
    }

    private boolean isWithinWords(char c) {
        if (c > ' ') {
            return c != '<' && c != '&';
        }
        return !XmlTag.isSpace(c) || c == ' ' && at + 1 < html.length() && html.charAt(at + 1) > ' ';
    }

    private void appendSpace() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private void readTag() {
        char kind = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (kind == '!' || kind == '?') {
            at = XmlText.declarationEnd(html, at, false);
            return;
        }
        int start = kind == '/' ? at + 2 : at + 1;
        int nameEnd = XmlTag.nameEnd(html, start);
        String name = nameEnd - start > LONGEST_NAME
                ? ""
                : html.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        boolean hidden = HIDDEN.contains(name);
        boolean inLine = WITHIN_A_LINE.contains(name);
        boolean custom = name.indexOf('-') > 0 || name.indexOf(':') > 0;
        boolean known = hidden || inLine || custom || BETWEEN_LINES.contains(name);
        if (!known || nameEnd == html.length()) {
            // A tag that HTML doesn't have is none: List<String>, and 5 < 6.
            text.append('<');
            at++;
            return;
        }
        int end = XmlTag.end(html, nameEnd);
        at = end < 0 ? html.length() : end + 1;
        if (!inLine) {
            appendSpace();
        }
        if (hidden && kind != '/') {
            skipTo("</" + name);
        }
    }

    private void skipTo(String endTag) {
        int found = html.indexOf("</", at);
        while (found >= 0 && !html.regionMatches(true, found, endTag, 0, endTag.length())) {
            found = html.indexOf("</", found + 2);
        }
        at = found < 0 ? html.length() : found;
    }
}
