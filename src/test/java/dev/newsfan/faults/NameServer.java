package dev.newsfan.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A DNS server (RFC 1035) that knows a few names, and is not kind to those who ask for others. */
final class NameServer implements AutoCloseable {

    static final String LIVING = "living.test";
    static final String UNKNOWN = "unknown.test";
    /** Nobody listens at the first of its addresses. */
    static final String HALF_DEAD = "half-dead.test";

    /** The question is never answered. */
    static final String SILENT = "silent.test";

    static final String SLOW = "slow.test";
    /** The server says that it has failed. */
    static final String FAILED = "failed.test";

    /** The answer is no DNS message. */
    static final String GARBLED = "garbled.test";

    /** Longer than anybody waits here. */
    private static final int SLOW_SECONDS = 3;

    private static final Map<String, List<byte[]>> ADDRESSES = Map.of(
            LIVING, List.of(loopback(1)),
            SLOW, List.of(loopback(1)),
            HALF_DEAD, List.of(loopback(2), loopback(1)));

    private static final int NO_SUCH_NAME = 3;
    private static final int SERVER_FAILURE = 2;

    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    NameServer() throws IOException {
        Thread.ofPlatform().daemon().name("name-server").start(this::answerAll);
    }

    private static byte[] loopback(int last) {
        return new byte[] {127, 0, 0, (byte) last};
    }

    /** As the service's configuration wants it. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                answer(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(byte[] question, SocketAddress asker) {
        String name = name(question);
        switch (name) {
            case SILENT -> {}
            case SLOW -> later.schedule(() -> send(message(question, name), asker), SLOW_SECONDS, TimeUnit.SECONDS);
            case GARBLED -> send(Arrays.copyOf(question, 7), asker);
            default -> send(message(question, name), asker);
        }
    }

    private void send(byte[] message, SocketAddress asker) {
        try {
            socket.send(new DatagramPacket(message, message.length, asker));
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** It begins behind the header of twelve bytes: parts with their lengths, and a 0. */
    private static String name(byte[] question) {
        StringBuilder name = new StringBuilder();
        for (int at = 12; question[at] > 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        return name.toString();
    }

    private static byte[] message(byte[] question, String name) {
        int end = 12 + name.length() + 2 + 4;
        boolean wantsIpV4 = question[end - 3] == 1;
        List<byte[]> addresses = wantsIpV4 ? ADDRESSES.getOrDefault(name, List.of()) : List.of();
        int code = ADDRESSES.containsKey(name) ? 0 : name.equals(FAILED) ? SERVER_FAILURE : NO_SUCH_NAME;
        ByteBuffer message = ByteBuffer.allocate(end + 16 * addresses.size())
                .put(question, 0, 2)
                .putShort((short) (0x8180 | code))
                .putShort((short) 1)
                .putShort((short) addresses.size())
                .putInt(0)
                .put(question, 12, end - 12);
        for (byte[] address : addresses) {
            // The name of the question, type A, class IN, for a minute.
            message.putShort((short) 0xc00c)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(60)
                    .putShort((short) 4)
                    .put(address);
        }
        return message.array();
    }

    @Override
    public void close() {
        socket.close();
        later.shutdownNow();
    }
}
