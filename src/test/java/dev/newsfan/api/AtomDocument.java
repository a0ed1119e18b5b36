package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An Atom feed, read strictly, and held against what RFC 4287 says with MUST. */
final class AtomDocument {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();
    private final Element feed;

    AtomDocument(byte[] document) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        feed = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(document))
                .getDocumentElement();
        assertThat(feed.getAttribute("xmlns")).isEqualTo(NAMESPACE);
    }

    /** The texts of what a path below the feed leads to. */
    List<String> texts(String path) throws XPathExpressionException {
        return nodes(feed, path).stream().map(Node::getTextContent).toList();
    }

    /** Its entries, each of which has what an entry must have. */
    List<Element> entries() throws XPathExpressionException {
        return nodes(feed, "entry").stream().map(Element.class::cast).toList();
    }

    /** Sections 4.1.1, 4.1.2 and 4.2, as far as they say what must be there, and how often. */
    void assertIsValid() throws XPathExpressionException {
        assertThat(feed.getTagName()).isEqualTo("feed");
        assertHasOnce(feed, "id", "title", "updated", "generator", "link[@rel='self']", "author/name");
        for (Element entry : entries()) {
            assertHasOnce(entry, "id", "title", "updated", "link[@rel='alternate']", "author/name");
        }
        assertThat(texts("entry/id")).doesNotHaveDuplicates();
        assertThat(texts("//id | //link/@href"))
                .allSatisfy(uri -> assertThat(URI.create(uri).isAbsolute()).isTrue());
        assertThat(texts("//updated | //published"))
                .allSatisfy(date -> assertThat(OffsetDateTime.parse(date)).isNotNull());
        assertThat(texts("//title/@type | //summary/@type")).containsOnly("text");
        assertThat(texts("//author/name | //title")).noneMatch(String::isBlank);
    }

    private void assertHasOnce(Element parent, String... paths) throws XPathExpressionException {
        for (String path : paths) {
            assertThat(nodes(parent, path)).as(path).hasSize(1);
        }
    }

    private List<Node> nodes(Node parent, String path) throws XPathExpressionException {
        var found = (NodeList) xpath.evaluate(path, parent, XPathConstants.NODESET);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }
}
