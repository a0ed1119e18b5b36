package dev.newsfan.format;

/**
 * Goes through the elements of an XML document, from start tag to end tag, and forgives what many feeds get wrong: text before
 * everything, tags that nobody closed, prefixes that nobody declared, quotes and ampersands. It takes nothing from a document
 * type and so resolves nothing; it reads every character a bounded number of times, and its memory is bounded too.
 *
 * <p>For one thread; a new one for each document. It has no names of its own: they are cut out of the document.
 */
final class XmlCursor {

    /** Elements deeper than this are passed over; no feed has a use for so many. */
    private static final int DEEPEST = 128;

    private final String xml;
    private final XmlNamespaces namespaces = new XmlNamespaces();
    private final int[] nameStarts = new int[DEEPEST + 1];
    private final int[] nameEnds = new int[DEEPEST + 1];

    private int at;
    private int depth;
    private boolean start;
    /** How many elements end here, the present one not counted. */
    private int ending;

    private int contentStart;
    private int contentEnd;
    private boolean doctypeSeen;

    XmlCursor(String xml) {
        this.xml = xml;
    }

    /** Goes on to the next start or end of an element; false if there is none. Each element has both, unless the text ends. */
    boolean next() {
        if (!start && depth > 0 && contentEnd >= 0) {
            leave();
        }
        if (ending > 0) {
            ending--;
            start = false;
            return true;
        }
        contentEnd = -1;
        for (int tag = xml.indexOf('<', at); tag >= 0; tag = xml.indexOf('<', at)) {
            if (read(tag)) {
                return true;
            }
        }
        at = xml.length();
        return false;
    }

    private void leave() {
        namespaces.leave(depth);
        depth--;
    }

    /** Whether the element starts here, and doesn't end. */
    boolean isStart() {
        return start;
    }

    /** How deep the element is; the root is at 1. */
    int depth() {
        return depth;
    }

    /** The present element's name without prefix, as it was written. */
    String localName() {
        return xml.substring(Math.max(prefixEnd() + 1, nameStarts[depth]), nameEnds[depth]);
    }

    /** What the present element's name means there, given its namespace. */
    Vocabulary vocabulary() {
        int colon = prefixEnd();
        return namespaces.of(colon < 0 ? "" : xml.substring(nameStarts[depth], colon));
    }

    private int prefixEnd() {
        return xml.indexOf(':', nameStarts[depth], nameEnds[depth]);
    }

    /** At an element's start: the value of the attribute with this name and prefix, or an empty string. */
    String attribute(String name) {
        XmlTag.Attributes attributes = new XmlTag.Attributes(xml, nameEnds[depth], contentStart - 1);
        while (attributes.next()) {
            if (attributes.name().equalsIgnoreCase(name)) {
                return attributes.value();
            }
        }
        return "";
    }

    /** At an element's start: whether its tag holds this text anywhere, which is quick to find out. */
    boolean tagHolds(String text) {
        return xml.indexOf(text, nameEnds[depth], contentStart) >= 0;
    }

    /** At an element's start: makes it a sibling of the one around it at this depth, which nobody has closed. */
    void endAround(int depthOfUnclosed) {
        namespaces.move(depth, depthOfUnclosed);
        nameStarts[depthOfUnclosed] = nameStarts[depth];
        nameEnds[depthOfUnclosed] = nameEnds[depth];
        depth = depthOfUnclosed;
    }

    /** At an element's start: where its content starts. */
    int contentStart() {
        return contentStart;
    }

    /** At an element's end: where its content ends. */
    int contentEnd() {
        return contentEnd;
    }

    private boolean read(int tag) {
        char kind = tag + 1 < xml.length() ? xml.charAt(tag + 1) : ' ';
        switch (kind) {
            case '!' -> at = XmlText.declarationEnd(xml, tag, !doctypeSeen);
            case '?' -> at = XmlText.after(xml, "?>", tag + 2);
            case '/' -> {
                return readEnd(tag);
            }
            default -> {
                if (XmlTag.isNameStart(kind)) {
                    return readStart(tag);
                }
                at = tag + 1;
            }
        }
        doctypeSeen |= kind == '!' && xml.regionMatches(true, tag, "<!DOCTYPE", 0, "<!DOCTYPE".length());
        return false;
    }

    private boolean readStart(int tag) {
        int nameEnd = XmlTag.nameEnd(xml, tag + 1);
        int end = XmlTag.end(xml, nameEnd);
        at = end < 0 ? xml.length() : end + 1;
        if (end < 0 || depth == DEEPEST) {
            return false;
        }
        depth++;
        start = true;
        nameStarts[depth] = tag + 1;
        nameEnds[depth] = nameEnd;
        contentStart = at;
        if (tagHolds("xmlns")) {
            namespaces.declare(new XmlTag.Attributes(xml, nameEnd, end), depth);
        }
        if (xml.charAt(end - 1) == '/') {
            contentEnd = contentStart;
            ending = 1;
        }
        return true;
    }

    /** What was opened since the element that ends here, and not closed, ends here too. */
    private boolean readEnd(int tag) {
        int nameEnd = XmlTag.nameEnd(xml, tag + 2);
        int end = xml.indexOf('>', nameEnd);
        at = end < 0 ? xml.length() : end + 1;
        int length = nameEnd - tag - 2;
        int ends = depth;
        while (ends > 0
                && (nameEnds[ends] - nameStarts[ends] != length
                        || !xml.regionMatches(true, nameStarts[ends], xml, tag + 2, length))) {
            ends--;
        }
        if (ends == 0 || end < 0) {
            return false;
        }
        ending = depth - ends;
        contentEnd = tag;
        start = false;
        return true;
    }
}
