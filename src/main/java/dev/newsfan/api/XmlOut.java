package dev.newsfan.api;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in UTF-8 that is well-formed whatever texts hold. For one thread. */
final class XmlOut {

    /** What no document may hold, not even escaped (section 2.2): halves of characters and controls. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

    private static final String REPLACEMENT = "\ufffd";

    private final XMLStreamWriter xml;

    XmlOut(OutputStream out) throws XMLStreamException {
        // The JDK's own, whatever else is there; nobody says that threads may share one.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /** Begins a document, with an element in whose namespace all others are. */
    void beginDocument(String name, String namespace) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement(name);
        xml.writeDefaultNamespace(namespace);
    }

    void begin(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** @param attributes names, each followed by its value */
    void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    /** @param attributes names, each followed by its value */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    /** What is written goes where it belongs at once. */
    void flush() throws XMLStreamException {
        xml.flush();
    }

    private static String allowed(String text) {
        return FORBIDDEN.matcher(text).replaceAll(REPLACEMENT);
    }
}
