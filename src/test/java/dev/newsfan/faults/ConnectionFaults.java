package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sources that can't be reached, or break off. */
final class ConnectionFaults {

    private static final String BROKEN_OFF = "before its answer was complete";

    /** A hundred and fifty answers come at the same moment, and whoever asks for them is on the same machine. */
    private static final Duration MANY_AT_ONCE = Duration.ofSeconds(3);

    private ConnectionFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "Connections",
                List.of(
                        Fault.of("refuses connections", surroundings -> closedPort(), error("can't be connected to")),
                        Fault.of(
                                "lets nobody connect and doesn't say so", surroundings -> new FullBacklog(), timeout()),
                        fault("resets as soon as it is connected to", error(BROKEN_OFF), HostileConnection::reset),
                        fault("says nothing", timeout(), HostileConnection::stall),
                        fault("closes after the request", error(BROKEN_OFF), HostileConnection::request),
                        fault("resets after the request", error(BROKEN_OFF), connection -> {
                            connection.request();
                            connection.reset();
                        }),
                        fault("resets within the head", error(BROKEN_OFF), connection -> {
                            connection.request();
                            connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
                            connection.reset();
                        }),
                        fault("resets within the body", error(BROKEN_OFF), connection -> {
                            connection.request();
                            connection.write(Feeds.head("Content-Length: 5000") + "{");
                            connection.reset();
                        }),
                        fault("closes a kept connection as the request comes", ok(1, 0), connection -> {
                                    connection.request();
                                    connection.write(Feeds.GOOD);
                                    connection.request();
                                })
                                .rounds(10),
                        fault(
                                        "hangs, with fifty callers in each mode",
                                        timeout().within(MANY_AT_ONCE),
                                        HostileConnection::stall)
                                .callers(50)));
    }

    private static Fault fault(String name, Expected expected, RawSource.Script script) {
        return Fault.of(name, RawSource.plain(script), expected);
    }

    /** A port that is taken, so that nobody else gets it, and at which nobody listens. */
    private static HostileSource closedPort() throws IOException {
        Socket taken = new Socket();
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        URI url = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/feed");
        return new HostileSource() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public void close() {
                try {
                    taken.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Those who connect wait in a line that is full already, so that the system doesn't answer them. */
    private static final class FullBacklog implements HostileSource {

        private static final int MORE_THAN_IT_HOLDS = 4;

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<SocketChannel> waiting = new ArrayList<>();

        FullBacklog() throws IOException {
            for (int i = 0; i < MORE_THAN_IT_HOLDS; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
                waiting.add(channel);
            }
        }

        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed");
        }

        @Override
        public void close() {
            try {
                for (SocketChannel channel : waiting) {
                    channel.close();
                }
                server.close();
            } catch (IOException e) {
                // Nobody is there any more who could mind.
            }
        }
    }
}
