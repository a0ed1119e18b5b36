package dev.newsfan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {

    private static final CallerLimits LIMITS =
            new CallerLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static HttpServerRequest request() {
        return (HttpServerRequest) Proxy.newProxyInstance(
                ConnectionWatchTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> null);
    }

    /** Such as one of twenty that were sent at once, by somebody who has left. */
    @Test
    void aRequestOfAClosedConnectionIsOverAtOnce() {
        EmbeddedChannel channel = new EmbeddedChannel();
        LoopWatch loop = new LoopWatch(channel.eventLoop(), LIMITS, () -> {});
        loop.of(channel);
        channel.close();
        List<Boolean> written = new ArrayList<>();

        loop.of(channel).begin(request()).whenOver(written::add);

        assertThat(written).containsExactly(false);
    }
}
