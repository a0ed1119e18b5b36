package dev.newsfan.format;

/** Finds the end of a tag and the attributes in it, in XML and in HTML, well-formed or not. */
final class XmlTag {

    private XmlTag() {}

    /**
     * The place of the {@code >} that ends a tag, or -1 if there is none. One in a quoted value doesn't count, but a quote
     * that nobody closes isn't one.
     *
     * @param from where to look, behind the tag's name
     */
    static int end(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if ((c == '"' || c == '\'') && followsEqualsSign(text, i, from)) {
                int closing = text.indexOf(c, i + 1);
                if (closing < 0) {
                    return text.indexOf('>', i);
                }
                i = closing;
            }
        }
        return -1;
    }

    private static boolean followsEqualsSign(String text, int quote, int from) {
        int before = quote - 1;
        while (before >= from && isSpace(text.charAt(before))) {
            before--;
        }
        return before >= from && text.charAt(before) == '=';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    /** What begins a name, roughly: XML has a long list of letters (XML 1.0, section 2.3). */
    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80;
    }

    /** Where the name ends that begins there. */
    static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return switch (c) {
            case '>', '/', '=', '<', '"', '\'', ' ', '\n', '\r', '\t', '\f' -> false;
            default -> true;
        };
    }

    /** Goes through the attributes of a tag, once and in their order. */
    static final class Attributes {

        private final String text;
        private final int end;
        private int at;
        private String name = "";
        private int valueStart;
        private int valueEnd;

        /** Of the tag whose name ends and which itself ends there. */
        Attributes(String text, int nameEnd, int tagEnd) {
            this.text = text;
            this.at = nameEnd;
            this.end = tagEnd;
        }

        /** Whether there is one more, which the other methods then tell of. */
        boolean next() {
            while (at < end && !isNameStart(text.charAt(at))) {
                at++;
            }
            int nameEnd = Math.min(nameEnd(text, at), end);
            name = text.substring(at, nameEnd);
            at = nameEnd;
            skipSpaces();
            valueStart = at;
            valueEnd = at;
            if (at < end && text.charAt(at) == '=') {
                at++;
                skipSpaces();
                readValue();
            }
            return !name.isEmpty();
        }

        private void readValue() {
            char quote = at < end ? text.charAt(at) : ' ';
            if (quote == '"' || quote == '\'') {
                int closing = text.indexOf(quote, at + 1, end);
                valueStart = at + 1;
                valueEnd = closing < 0 ? end : closing;
                at = Math.min(valueEnd + 1, end);
                return;
            }
            valueStart = at;
            while (at < end && !isSpace(text.charAt(at))) {
                at++;
            }
            valueEnd = at;
        }

        private void skipSpaces() {
            while (at < end && isSpace(text.charAt(at))) {
                at++;
            }
        }

        String name() {
            return name;
        }

        /** With its references resolved. */
        String value() {
            return CharacterReferences.resolve(text.substring(valueStart, valueEnd));
        }
    }
}
