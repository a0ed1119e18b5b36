package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;
import static dev.newsfan.faults.Http2Frame.CONTINUATION;
import static dev.newsfan.faults.Http2Frame.DATA;
import static dev.newsfan.faults.Http2Frame.END_HEADERS;
import static dev.newsfan.faults.Http2Frame.END_STREAM;
import static dev.newsfan.faults.Http2Frame.HEADERS;
import static dev.newsfan.faults.Http2Frame.INTERNAL_ERROR;
import static dev.newsfan.faults.Http2Frame.NO_ERROR;
import static dev.newsfan.faults.Http2Frame.PING;
import static dev.newsfan.faults.Http2Frame.REFUSED_STREAM;
import static dev.newsfan.faults.Http2Frame.data;
import static dev.newsfan.faults.Http2Frame.goAway;
import static dev.newsfan.faults.Http2Frame.reset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sources that speak HTTP/2, and not as they should. */
final class Http2Faults {

    private static final String BROKEN_OFF = "before its answer was complete";
    private static final byte[] BODY = Feeds.json(Feeds.item(1)).getBytes(StandardCharsets.UTF_8);
    private static final byte[] TWO_BYTES = {'{', '"'};

    private Http2Faults() {}

    /** What is done with the stream of a request. */
    @FunctionalInterface
    private interface StreamScript {
        void play(HostileConnection connection, int stream, int request) throws IOException;
    }

    static Fault.Family all() {
        return new Fault.Family(
                "HTTP/2",
                List.of(
                        fault("a whole answer", ok(1, 0), (connection, stream, request) -> answer(connection, stream)),
                        fault("GOAWAY before the answer, once", ok(1, 0), (connection, stream, request) -> {
                                    if (request == 1) {
                                        connection.write(goAway(stream - 2 < 0 ? 0 : stream - 2, NO_ERROR));
                                    } else {
                                        answer(connection, stream);
                                    }
                                })
                                .rounds(1),
                        fault("GOAWAY amid the answer, which goes on", ok(1, 0), (connection, stream, request) -> {
                            begin(connection, stream);
                            connection.write(goAway(stream, NO_ERROR));
                            connection.write(data(END_STREAM, stream, BODY));
                        }),
                        fault(
                                "GOAWAY amid the answer, and the end",
                                error(BROKEN_OFF),
                                (connection, stream, request) -> {
                                    begin(connection, stream);
                                    connection.write(data(0, stream, TWO_BYTES));
                                    connection.write(goAway(stream, INTERNAL_ERROR));
                                    connection.reset();
                                }),
                        fault("a refused stream, once", ok(1, 0), (connection, stream, request) -> {
                                    if (request == 1) {
                                        connection.write(reset(stream, REFUSED_STREAM));
                                    } else {
                                        answer(connection, stream);
                                    }
                                })
                                .rounds(1),
                        fault(
                                "every stream refused",
                                error(""),
                                (connection, stream, request) -> connection.write(reset(stream, REFUSED_STREAM))),
                        fault("a stream reset amid the answer", error(BROKEN_OFF), (connection, stream, request) -> {
                            begin(connection, stream);
                            connection.write(data(0, stream, TWO_BYTES));
                            connection.write(reset(stream, INTERNAL_ERROR));
                        }),
                        fault(
                                "a stream that stalls",
                                timeout(),
                                (connection, stream, request) -> begin(connection, stream)),
                        fault("a body of 4 MB, whatever the window", error(""), (connection, stream, request) -> {
                            begin(connection, stream);
                            for (int i = 0; i < 4000; i++) {
                                connection.write(data(0, stream, new byte[1000]));
                            }
                        }),
                        fault("CONTINUATION without end", error(""), (connection, stream, request) -> {
                            connection.write(Http2Frame.headers(0, stream, ":status", "200"));
                            connection.flood(Http2Frame.bytes(CONTINUATION, 0, stream, Http2Frame.packed("a", "b")));
                        }),
                        fault("empty DATA without end", error(""), (connection, stream, request) -> {
                            begin(connection, stream);
                            connection.flood(Http2Frame.bytes(DATA, 0, stream));
                        }),
                        fault(
                                "headers of 100 KB",
                                error(""),
                                (connection, stream, request) -> connection.write(Http2Frame.headers(
                                        END_HEADERS, stream, ":status", "200", "a", "b".repeat(100_000)))),
                        fault(
                                "garbage in place of frames",
                                error(""),
                                (connection, stream, request) -> connection.flood("I'm not a web server at all")),
                        fault(
                                "a frame of a stream that nobody opened",
                                error(""),
                                (connection, stream, request) ->
                                        connection.write(Http2Frame.bytes(HEADERS, END_HEADERS, 99, (byte) 0x88))),
                        fault(
                                "SETTINGS without end",
                                error(""),
                                (connection, stream, request) -> connection.flood(Http2Frame.settings())),
                        fault(
                                "PING without end",
                                error(""),
                                (connection, stream, request) ->
                                        connection.flood(Http2Frame.bytes(PING, 0, 0, new byte[8])))));
    }

    private static void begin(HostileConnection connection, int stream) throws IOException {
        connection.write(
                Http2Frame.headers(END_HEADERS, stream, ":status", "200", "content-type", "application/feed+json"));
    }

    private static void answer(HostileConnection connection, int stream) throws IOException {
        begin(connection, stream);
        connection.write(data(END_STREAM, stream, BODY));
    }

    private static Fault fault(String name, Expected expected, StreamScript script) {
        // The next script begins when one has ended, so one without an end leaves the other calls of its connection
        // waiting.
        return Fault.of(
                        "HTTP/2: " + name,
                        RawSource.plain(connection -> {
                            script.play(connection, 1, connection.upgrade(Http2Frame.settings()));
                            while (true) {
                                int stream = connection.stream();
                                script.play(connection, stream, connection.requests());
                            }
                        }),
                        expected)
                .setting("http2=true");
    }
}
