package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final OpenConnections connections = new OpenConnections();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    private void assertCounts(int inUse, int idle) {
        assertThat(connections.inUse()).as("in use").isEqualTo(inUse);
        assertThat(connections.idle()).as("idle").isEqualTo(idle);
    }

    @Test
    void aConnectionIsInUseUntilItsCallEnds() {
        OpenConnections.Use call = connections.use(channel);

        assertCounts(1, 0);
        call.end();
        assertCounts(0, 1);
        call.end();
        assertCounts(0, 1);
    }

    @Test
    void oneThatIsKeptIsCountedOnce() {
        connections.use(channel).end();

        connections.use(channel);

        assertCounts(1, 0);
    }

    @Test
    void oneWithSeveralCallsIsInUseUntilTheLast() {
        OpenConnections.Use first = connections.use(channel);
        OpenConnections.Use second = connections.use(channel);

        first.end();
        assertCounts(1, 0);
        second.end();
        assertCounts(0, 1);
    }

    @Test
    void oneThatClosesTakesItsCallsAlong() {
        OpenConnections.Use first = connections.use(channel);
        connections.use(channel);

        channel.close();

        assertCounts(0, 0);
        first.end();
        assertCounts(0, 0);
    }

    @Test
    void aCallOnAClosedConnectionCountsForNothing() {
        channel.close();

        OpenConnections.Use call = connections.use(channel);

        assertCounts(0, 0);
        call.end();
        assertCounts(0, 0);
    }

    @Test
    void connectionsAreCountedEachByItself() {
        connections.use(channel);
        connections.use(new EmbeddedChannel()).end();

        assertCounts(1, 1);
    }
}
