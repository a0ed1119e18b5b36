package dev.newsfan.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Plays a script on each connection, byte by byte; for what no well-behaved server would do. */
final class RawSource implements HostileSource {

    private static final int BACKLOG = 1000;

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final String scheme;
    private final String host;
    private final Layer layer;
    private final Script script;

    /** What is done with a connection. When it ends, by an exception or not, the connection is closed. */
    @FunctionalInterface
    interface Script {
        void play(HostileConnection connection) throws IOException;

        /** Answers each request by this. */
        static Script answering(byte[] answer) {
            return connection -> {
                while (connection.request() > 0) {
                    connection.write(answer);
                }
            };
        }

        static Script answering(String answer) {
            return answering(answer.getBytes(StandardCharsets.UTF_8));
        }

        /** Does this with the first request, and then closes the connection. */
        static Script afterTheRequest(Script script) {
            return connection -> {
                connection.request();
                script.play(connection);
            };
        }
    }

    /** TLS, or nothing. */
    @FunctionalInterface
    private interface Layer {
        Socket upon(Socket socket) throws IOException;
    }

    private RawSource(String scheme, String host, Layer layer, Script script) throws IOException {
        this.scheme = scheme;
        this.host = host;
        this.layer = layer;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** Over plain HTTP. */
    static Opening plain(Script script) {
        return named("127.0.0.1", script);
    }

    /** Over plain HTTP, at a name that {@link NameServer} knows. */
    static Opening named(String host, Script script) {
        return surroundings -> new RawSource("http", host, socket -> socket, script);
    }

    /** At an https address, though what the script writes is not encrypted. */
    static Opening plainBehindHttps(Script script) {
        return surroundings -> new RawSource("https", "localhost", socket -> socket, script);
    }

    /** Over https, or at an http address behind which TLS is spoken. */
    static Opening tls(String scheme, Certificates.Owner owner, Script script) {
        return surroundings -> {
            SSLContext context = surroundings.certificates().context(owner);
            return new RawSource(scheme, "localhost", socket -> secured(context, socket), script);
        };
    }

    private static Socket secured(SSLContext context, Socket socket) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", 0, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Socket upper = layer.upon(socket)) {
            script.play(new HostileConnection(upper, requests));
        } catch (IOException theyHaveLeft) {
            // As they should.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public URI url() {
        return URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/feed");
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public void beginTurn() {
        requests.set(0);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            // Nobody is there any more who could mind.
        }
    }
}
