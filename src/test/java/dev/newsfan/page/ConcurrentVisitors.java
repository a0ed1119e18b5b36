package dev.newsfan.page;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests of other visitors, each of which takes a place until they are closed. */
final class ConcurrentVisitors implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();

    ConcurrentVisitors(String service, String pathAndQuery, int size) throws IOException {
        URI address = URI.create(service);
        String request = "GET " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        for (int number = 0; number < size; number++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            sockets.add(socket);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
