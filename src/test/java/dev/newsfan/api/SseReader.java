package dev.newsfan.api;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads Server-Sent Events as they come, and hangs up when closed, in the middle if need be. */
public final class SseReader implements AutoCloseable {

    /** One event. */
    public record Event(String name, JsonPath data) {}

    private final Socket socket;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    public SseReader(URI service, String pathAndQuery) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        // HTTP/1.0: no chunks to take apart, and the end of the stream is the end of the connection.
        String request =
                "GET " + pathAndQuery + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream, */*;q=0.1\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::read);
    }

    public List<Event> events() {
        return events;
    }

    public List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    public int comments() {
        return comments.get();
    }

    /** Whether the service has ended the stream. */
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void read() {
        String name = "message";
        try (var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length());
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name, new JsonPath(line.substring("data:".length()))));
                }
            }
            ended = true;
        } catch (IOException e) {
            // This side has hung up.
        }
    }
}
