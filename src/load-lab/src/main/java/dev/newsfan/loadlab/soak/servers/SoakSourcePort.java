package dev.newsfan.loadlab.soak.servers;

import dev.newsfan.loadlab.soak.Fault;
import dev.newsfan.loadlab.soak.SoakSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A source at its port, with a virtual thread for each connection. */
final class SoakSourcePort {

    private static final int BACKLOG = 1000;
    private static final long REFUSE_MILLIS = 50;
    private static final int MOST_DELAY_MILLIS = 40;

    private final SoakSource source;
    private final int faults;
    private final SourceCounts counts;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int number;
    private volatile ServerSocket listener;

    SoakSourcePort(SoakSource source, int faults, SourceCounts counts) throws IOException {
        this.source = source;
        this.faults = faults;
        this.counts = counts;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        this.number = listener.getLocalPort();
        Thread.ofVirtual().start(this::listen);
    }

    int number() {
        return number;
    }

    void hangUp() {
        connections.forEach(SoakSourcePort::close);
    }

    private void listen() {
        while (true) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                listenAgain();
            }
        }
    }

    /** Nobody is let in for a moment. The port may then be another's for another moment. */
    private void listenAgain() {
        try {
            Thread.sleep(REFUSE_MILLIS);
            listener = new ServerSocket(number, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            System.out.println("port " + number + " is not to be had at once: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            boolean more = true;
            while (more && in.readLine() != null) {
                more = answer(connection, acceptsGzip(in));
            }
        } catch (IOException e) {
            // Whoever asked has left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static boolean acceptsGzip(BufferedReader in) throws IOException {
        boolean gzip = false;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            gzip |= header.startsWith("accept-encoding:") && header.contains("gzip");
        }
        return gzip;
    }

    /** @return whether the connection is of further use */
    private boolean answer(Socket connection, boolean gzip) throws IOException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Thread.sleep(random.nextInt(MOST_DELAY_MILLIS));
        if (random.nextInt(100) < faults) {
            Fault fault = source.faults().get(random.nextInt(source.faults().size()));
            counts.count(fault);
            if (fault == Fault.REFUSED) {
                listener.close();
            }
            // The number is nobody's, so none of it may turn up in a digest.
            new FaultyAnswer(connection, source).write(fault, SourceBody.of(source, 0));
            return false;
        }
        byte[] body = SourceBody.of(source, counts.nextAnswer());
        boolean zipped = gzip && random.nextBoolean();
        byte[] sent = zipped ? SourceBody.zip(body) : body;
        String head = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(SourceBody.contentType(source), sent.length, zipped ? "Content-Encoding: gzip\r\n" : "");
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(sent);
        return true;
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
