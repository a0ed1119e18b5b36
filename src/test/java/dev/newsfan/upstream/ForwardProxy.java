package dev.newsfan.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of HTTP and SOCKS5 at once, which knows every host to be this machine. */
final class ForwardProxy implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    ForwardProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it has been asked for: heads of requests, or host and port. */
    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            int first = in.read();
            if (first == 5) {
                socks(caller, in);
            } else if (first > 0) {
                http(caller, in, (char) first + head(in));
            }
        } catch (IOException e) {
            // Either side has gone.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut off");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void http(Socket caller, InputStream in, String head) throws IOException {
        heads.add(head);
        String[] line = head.split(" ");
        if (line[1].contains("forbidden.example")) {
            caller.getOutputStream().write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
        } else if (line[0].equals("CONNECT")) {
            try (Socket source = connect(Integer.parseInt(line[1].split(":")[1]))) {
                caller.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
                pipe(caller, source);
            }
        } else {
            URI url = URI.create(line[1]);
            try (Socket source = connect(url.getPort())) {
                // One request a connection, as what follows isn't looked at.
                String there = head.replaceFirst("http://[^/]+", "")
                        .replaceFirst("(?i)proxy-authorization: .*\r\n", "")
                        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
                source.getOutputStream().write(there.getBytes(ISO_8859_1));
                pipe(caller, source);
            }
        }
    }

    private void socks(Socket caller, DataInputStream in) throws IOException {
        OutputStream out = caller.getOutputStream();
        in.skipNBytes(in.read());
        out.write(new byte[] {5, 0});
        in.skipNBytes(4);
        byte[] host = in.readNBytes(in.read());
        int port = in.readUnsignedShort();
        heads.add(new String(host, ISO_8859_1) + ":" + port);
        try (Socket source = connect(port)) {
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            pipe(caller, source);
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void pipe(Socket caller, Socket source) throws IOException {
        Thread.startVirtualThread(() -> {
            try {
                caller.getInputStream().transferTo(source.getOutputStream());
                source.shutdownOutput();
            } catch (IOException e) {
                // Either side has gone.
            }
        });
        source.getInputStream().transferTo(caller.getOutputStream());
    }
}
