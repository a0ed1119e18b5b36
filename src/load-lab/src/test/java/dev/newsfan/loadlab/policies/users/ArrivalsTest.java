package dev.newsfan.loadlab.policies.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final AtomicLong asked = new AtomicLong();
    private HttpServer service;
    private Arrivals arrivals;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().add("News-Complete", "true");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        arrivals = new Arrivals(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/async-news"));
    }

    @AfterEach
    void stop() {
        arrivals.close();
        service.stop(0);
    }

    @Test
    void theSameUsersComeEachTime() throws InterruptedException {
        AnswerTally first = arrivals.come(100, 0.5);
        AnswerTally second = arrivals.come(100, 0.5);

        assertThat(first.of(Answer.COMPLETE)).isEqualTo(first.all()).isPositive();
        assertThat(second.all()).isEqualTo(first.all());
        assertThat(asked).hasValue(first.all() + second.all());
    }

    @Test
    void whoCanNotAskHasAnError() throws InterruptedException {
        service.stop(0);

        AnswerTally tally = arrivals.come(100, 0.2);

        assertThat(tally.of(Answer.ERROR)).isEqualTo(tally.all()).isPositive();
    }
}
