package dev.newsfan.loadlab.cost.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:4711/async-news", "http://127.0.0.1:4711/"})
    void anOrderArrivesAsItWasSent(String url) {
        LoadOrder order = LoadOrder.settled(URI.create(url), 64, 0.5, 2);

        assertThat(LoadOrder.parse(order.query())).isEqualTo(order);
    }

    @Test
    void usersWhoComeAtOnceAreMeasuredAtOnce() {
        LoadOrder order = LoadOrder.atOnce(URI.create("http://localhost:1/"), 64, 2);

        assertThat(order.settleMillis()).isZero();
        assertThat(order.seconds()).isEqualTo(2);
    }
}
