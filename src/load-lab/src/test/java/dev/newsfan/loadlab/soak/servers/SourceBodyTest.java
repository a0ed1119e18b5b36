package dev.newsfan.loadlab.soak.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.loadlab.soak.SoakArticle;
import dev.newsfan.loadlab.soak.SoakSource;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SourceBodyTest {

    @Test
    void isWhatItsFormatIs() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(SourceBody.of(SoakSource.ALPHA, 7)).path("articles"))
                .hasSize(SoakArticle.PER_ANSWER);
        assertThat(json.readTree(SourceBody.of(SoakSource.BETA, 7)).path("items"))
                .hasSize(SoakArticle.PER_ANSWER);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(SourceBody.of(SoakSource.GAMMA, 7)))
                        .getElementsByTagName("item")
                        .getLength())
                .isEqualTo(SoakArticle.PER_ANSWER);
    }

    @Test
    void tellsWhichAnswerItIs() {
        assertThat(new String(SourceBody.of(SoakSource.ZETA, 7)))
                .contains(new SoakArticle("zeta", 7, 3).url(), new SoakArticle("zeta", 7, 3).summary());
    }

    @Test
    void comesOutAsItWasPacked() throws Exception {
        byte[] body = SourceBody.of(SoakSource.ALPHA, 1);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(SourceBody.zip(body))).readAllBytes())
                .isEqualTo(body);
    }
}
