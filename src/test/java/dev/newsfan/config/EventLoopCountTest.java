package dev.newsfan.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventLoopCountTest {

    @Test
    void isOneWhereThereIsOneProcessor() {
        assertThat(new EventLoopCount(1).getValue(EventLoopCount.KEY)).isEqualTo("1");
    }

    @Test
    void isForQuarkusToSayWhereThereAreMore() {
        assertThat(new EventLoopCount(2).getValue(EventLoopCount.KEY)).isNull();
    }

    @Test
    void saysNothingOfAnyOtherKey() {
        assertThat(new EventLoopCount(1).getValue("quarkus.vertx.event-loops-pool-size"))
                .isNull();
        assertThat(new EventLoopCount(1).getPropertyNames()).isEmpty();
    }
}
