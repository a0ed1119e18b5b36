package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Http1AnswersTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> complete = new ArrayList<>();

    @BeforeEach
    void connect() {
        channel.pipeline().addLast("codec", new HttpClientCodec());
    }

    private void ask(String name) {
        Http1Answers.await(channel, () -> complete.add(name));
        channel.writeOutbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private List<Integer> heads() {
        return channel.inboundMessages().stream()
                .filter(HttpResponse.class::isInstance)
                .map(head -> ((HttpResponse) head).status().code())
                .toList();
    }

    @Test
    void tellsWhenAllHasArrived() {
        ask("one");
        receive("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nne");
        assertThat(complete).isEmpty();

        receive("ws");
        assertThat(complete).containsExactly("one");
    }

    @Test
    void tellsOfEachAnswerOnce() {
        ask("one");
        receive("HTTP/1.1 204 No Content\r\n\r\n");
        ask("two");
        receive("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(complete).containsExactly("one", "two");
    }

    @Test
    void passesOverWhatIsInterim() {
        ask("one");
        receive("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 199 Whatever\r\n\r\n");
        assertThat(complete).isEmpty();
        assertThat(heads()).isEmpty();

        receive("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(complete).containsExactly("one");
        assertThat(heads()).containsExactly(200);
    }

    @Test
    void doesNotTakeAnInterimOneForTheEnd() {
        ask("one");
        receive("HTTP/1.1 103 Early Hints\r\n\r\n");

        assertThat(complete).isEmpty();
        assertThat(heads()).containsExactly(103);
    }
}
