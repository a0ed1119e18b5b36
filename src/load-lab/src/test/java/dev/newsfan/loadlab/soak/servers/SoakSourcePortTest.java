package dev.newsfan.loadlab.soak.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.soak.SoakSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class SoakSourcePortTest {

    private final SourceCounts counts = new SourceCounts();

    private HttpResponse<byte[]> ask(SoakSource source, int faults) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + new SoakSourcePort(source, faults, counts).number() + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        }
    }

    @Test
    void givesAnswersWithANumberOfTheirOwn() throws Exception {
        assertThat(ask(SoakSource.ALPHA, 0).body()).isEqualTo(SourceBody.of(SoakSource.ALPHA, 1));
        assertThat(ask(SoakSource.ALPHA, 0).body()).isEqualTo(SourceBody.of(SoakSource.ALPHA, 2));
        assertThat(counts.lines()).contains("ANSWERS=2\n");
    }

    @Test
    void countsItsFaultsAndGivesThemNoNumber() throws Exception {
        assertThat(ask(SoakSource.EPSILON, 100).body()).isNotEqualTo(SourceBody.of(SoakSource.EPSILON, 1));
        assertThat(counts.lines()).contains("ANSWERS=0\n").containsPattern("(TOO_LARGE|GZIP_BOMB)=1\n");
    }

    @Test
    void breaksOffWhereItSaysThatItDoes() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        ask(SoakSource.DELTA, 100);
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
