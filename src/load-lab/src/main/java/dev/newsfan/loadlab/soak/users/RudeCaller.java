package dev.newsfan.loadlab.soak.users;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Asks and doesn't read what comes, or not as one should. What the service does to it is its own business. */
record RudeCaller(Manner manner, URI service) implements SoakUser {

    private static final String[] PATHS = {"/sync-news", "/async-news", "/virtual-news", "/stream-news", "/race"};
    private static final int FEW_BYTES = 1024;
    private static final int PIPELINED = 20;

    /** What it does. */
    enum Manner {
        LEAVES_EARLY(1, 60),
        DOES_NOT_READ(PIPELINED, 3000),
        DRIPS(1, 1000);

        private final int requests;
        private final int mostMillis;

        Manner(int requests, int mostMillis) {
            this.requests = requests;
            this.mostMillis = mostMillis;
        }
    }

    @Override
    public String kind() {
        return manner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void ask() throws InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        try (Socket socket = new Socket()) {
            // To be set before it is connected, or the window is large already.
            socket.setReceiveBufferSize(FEW_BYTES);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            for (int i = 0; i < manner.requests; i++) {
                String request =
                        "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(PATHS[random.nextInt(PATHS.length)]);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            long millis = random.nextInt(manner.mostMillis);
            if (manner == Manner.DRIPS) {
                drip(socket.getInputStream(), millis);
            } else {
                Thread.sleep(millis);
            }
            // Half of them with RST.
            socket.setSoLinger(random.nextBoolean(), 0);
        } catch (IOException e) {
            // Shown the door.
        }
    }

    private static void drip(InputStream in, long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end && in.read() >= 0) {
            Thread.sleep(5);
        }
    }
}
