package dev.newsfan.format;

/**
 * The content of an element: a part of a document, which is cut out and resolved only when somebody asks for it.
 *
 * @param xml the whole document
 * @param from where the content starts
 * @param to where it ends
 */
record XmlText(String xml, int from, int to) {

    private static final String CDATA = "<![CDATA[";

    /** Whether there is nothing in it at all. */
    boolean isEmpty() {
        return from >= to;
    }

    /** Whether there are tags in it, in which case it is markup rather than text. */
    boolean hasTags() {
        int at = xml.indexOf('<', from, to);
        while (at >= 0) {
            char kind = at + 1 < to ? xml.charAt(at + 1) : ' ';
            if (kind == '/' || XmlTag.isNameStart(kind)) {
                return true;
            }
            at = xml.indexOf('<', kind == '!' || kind == '?' ? Math.min(afterMarkup(at), to) : at + 1, to);
        }
        return false;
    }

    /** Its text: references resolved, CDATA sections as they are, without tags, comments and control characters. */
    String plain() {
        if (isPlain()) {
            return xml.substring(from, to);
        }
        String part = xml.substring(from, to);
        StringBuilder text = new StringBuilder(part.length());
        int at = 0;
        while (at < part.length()) {
            char c = part.charAt(at);
            if (c == '<') {
                at = appendMarkup(part, at, text);
            } else if (c == '&') {
                at = CharacterReferences.append(part, at, text);
            } else {
                at = appendRun(part, at, text);
            }
        }
        return text.toString();
    }

    /** Appends what stands before the next markup or reference, without control characters. */
    private static int appendRun(String part, int from, StringBuilder text) {
        int start = from;
        int at = from;
        while (at < part.length() && part.charAt(at) != '<' && part.charAt(at) != '&') {
            if (isControl(part.charAt(at))) {
                text.append(part, start, at);
                start = at + 1;
            }
            at++;
        }
        text.append(part, start, at);
        return at;
    }

    private static boolean isControl(char c) {
        return c < ' ' && !Character.isWhitespace(c);
    }

    /** Its markup as HTML: CDATA sections become text, as HTML doesn't know them. */
    String html() {
        String part = xml.substring(from, to);
        if (!part.contains(CDATA)) {
            return part;
        }
        StringBuilder html = new StringBuilder(part.length());
        int at = 0;
        for (int start = part.indexOf(CDATA); start >= 0; start = part.indexOf(CDATA, at)) {
            int end = endOfCdata(part, start);
            html.append(part, at, start)
                    .append(part.substring(start + CDATA.length(), end)
                            .replace("&", "&amp;")
                            .replace("<", "&lt;"));
            at = Math.min(end + 3, part.length());
        }
        return html.append(part, at, part.length()).toString();
    }

    private boolean isPlain() {
        for (int i = from; i < to; i++) {
            char c = xml.charAt(i);
            if (c == '<' || c == '&' || c < ' ' && !XmlTag.isSpace(c)) {
                return false;
            }
        }
        return true;
    }

    private static int appendMarkup(String part, int at, StringBuilder text) {
        char kind = at + 1 < part.length() ? part.charAt(at + 1) : ' ';
        if (part.startsWith(CDATA, at)) {
            int end = endOfCdata(part, at);
            for (int i = at + CDATA.length(); i < end; i++) {
                if (!isControl(part.charAt(i))) {
                    text.append(part.charAt(i));
                }
            }
            return Math.min(end + 3, part.length());
        }
        if (kind == '!' || kind == '?') {
            return kind == '!' ? declarationEnd(part, at, false) : after(part, "?>", at);
        }
        if (kind == '/' || XmlTag.isNameStart(kind)) {
            int end = XmlTag.end(part, at + 2);
            return end < 0 ? part.length() : end + 1;
        }
        text.append('<');
        return at + 1;
    }

    private int afterMarkup(int at) {
        return xml.charAt(at + 1) == '!' ? declarationEnd(xml, at, false) : after(xml, "?>", at);
    }

    private static int endOfCdata(String part, int start) {
        int end = part.indexOf("]]>", start + CDATA.length());
        return end < 0 ? part.length() : end;
    }

    /** The place behind the next such text, or the end of all if there is none. */
    static int after(String xml, String end, int from) {
        int found = xml.indexOf(end, from);
        return found < 0 ? xml.length() : found + end.length();
    }

    /**
     * The place behind a comment, CDATA section or document type.
     *
     * @param withSubset whether this may be a document type with declarations of its own in brackets
     */
    static int declarationEnd(String xml, int at, boolean withSubset) {
        if (xml.startsWith("<!--", at)) {
            return after(xml, "-->", at + 4);
        }
        if (xml.startsWith(CDATA, at)) {
            return after(xml, "]]>", at + CDATA.length());
        }
        int end = after(xml, ">", at);
        int subset = withSubset ? xml.indexOf('[', at, end) : -1;
        return subset < 0 ? end : subsetEnd(xml, subset);
    }

    /** The place behind a document type whose declarations begin there; what is in quotes and comments doesn't count. */
    private static int subsetEnd(String xml, int subset) {
        int at = subset + 1;
        while (at < xml.length() && xml.charAt(at) != ']') {
            char c = xml.charAt(at);
            if (c == '"' || c == '\'') {
                at = after(xml, String.valueOf(c), at + 1);
            } else {
                at = xml.startsWith("<!--", at) ? after(xml, "-->", at + 4) : at + 1;
            }
        }
        return after(xml, ">", at);
    }
}
