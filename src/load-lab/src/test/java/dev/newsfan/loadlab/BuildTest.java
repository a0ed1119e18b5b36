package dev.newsfan.loadlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What this project and the service both have in their poms. */
class BuildTest {

    @Test
    void bothPomsHaveTheSameVersions() throws Exception {
        Map<String, String> ours = properties(Path.of("pom.xml").toFile());
        Map<String, String> theirs = properties(Path.of("..", "..", "pom.xml").toFile());

        Map<String, String> shared = new HashMap<>(ours);
        shared.keySet().retainAll(theirs.keySet());
        assertThat(shared).containsKeys("maven.compiler.release", "assertj.version", "palantir-java-format.version");
        assertThat(theirs).containsAllEntriesOf(shared);
    }

    private static Map<String, String> properties(File pom) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom)
                .getElementsByTagName("properties")
                .item(0)
                .getChildNodes();
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                properties.put(nodes.item(i).getNodeName(), nodes.item(i).getTextContent());
            }
        }
        return properties;
    }
}
