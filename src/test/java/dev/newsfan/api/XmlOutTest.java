package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What is written is read again as it was, whatever it is. */
class XmlOutTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("markup", "<b>Fish & Chips</b> &amp; ]]> <![CDATA[x]]>", null),
                Arguments.of("quotes", "\"double\" 'single' `back`", null),
                Arguments.of("other scripts", "Ærøskøbing, 東京, أخبار", null),
                Arguments.of("beyond the first plane", "👩‍👩‍👧‍👦 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \udbff\udffd", null),
                Arguments.of("no text", "", null),
                Arguments.of("controls", "a\u0000b\u0007c\u001bd", "a�b�c�d"),
                Arguments.of("halves of a pair", "a\ud83db\ude00c", "a�b�c"),
                Arguments.of("halves in the wrong order", "\ude00\ud83d", "��"),
                Arguments.of("no characters", "a\ufffeb\uffff", "a�b�"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void keepsTexts(String name, String text, String otherwise) throws Exception {
        String expected = otherwise == null ? text : otherwise;

        Element read = written(text);

        assertThat(read.getTextContent()).isEqualTo(expected);
        assertThat(read.getAttribute("a")).isEqualTo(expected);
    }

    private static Element written(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        XmlOut xml = new XmlOut(bytes);
        xml.beginDocument("all", "urn:x");
        xml.text("one", text, "a", text);
        xml.end();
        xml.flush();
        var all = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes.toByteArray()))
                .getDocumentElement();
        assertThat(all.getNamespaceURI()).isEqualTo("urn:x");
        return (Element) all.getFirstChild();
    }
}
