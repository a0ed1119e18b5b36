package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import dev.newsfan.faults.RawSource.Script;
import java.util.List;

/** Sources that say one length and send another, or never come to an end. */
final class BodyFaults {

    private static final String TOO_LARGE = "larger than 2 MB";
    private static final String BROKEN_OFF = "before its answer was complete";
    private static final String BODY = Feeds.json(Feeds.item(1));
    private static final String SPACES = " ".repeat(1000);

    private BodyFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "Bodies",
                List.of(
                        answer("a body that stalls", Feeds.head("Content-Length: 5000") + "{", timeout()),
                        fault("a body that drips", timeout(), connection -> {
                            connection.write(Feeds.head("Transfer-Encoding: chunked"));
                            connection.drip("1\r\n \r\n");
                        }),
                        fault("chunks without end", error(TOO_LARGE), connection -> {
                            connection.write(Feeds.head("Transfer-Encoding: chunked"));
                            connection.flood("3E8\r\n" + SPACES + "\r\n");
                        }),
                        fault("a body without end", error(TOO_LARGE), connection -> {
                            connection.write(Feeds.head("Connection: close"));
                            connection.flood(SPACES);
                        }),
                        fault("an error's body without end", error(TOO_LARGE), connection -> {
                            connection.write("HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n");
                            connection.flood(SPACES);
                        }),
                        answer(
                                "a Content-Length beyond max-size",
                                Feeds.head("Content-Length: 2097153") + "{",
                                error(TOO_LARGE)),
                        answer(
                                "a Content-Length that is too short",
                                Feeds.head("Content-Length: " + (BODY.length() - 5)) + BODY,
                                error("")),
                        closing(
                                "a Content-Length that is too long",
                                Feeds.head("Content-Length: 5000") + BODY,
                                error(BROKEN_OFF)),
                        answer(
                                "two different Content-Lengths",
                                Feeds.head("Content-Length: 10\r\nContent-Length: " + BODY.length()) + BODY,
                                error("not proper HTTP")),
                        answer(
                                "a negative Content-Length",
                                Feeds.head("Content-Length: -1") + BODY,
                                error("not proper HTTP")),
                        answer(
                                "a chunk whose size is no number",
                                Feeds.head("Transfer-Encoding: chunked") + "zz\r\n" + BODY,
                                error("")),
                        answer(
                                "a chunk of 2^60 bytes",
                                Feeds.head("Transfer-Encoding: chunked") + "1000000000000000\r\n" + BODY,
                                error("")),
                        closing(
                                "chunks that break off",
                                Feeds.head("Transfer-Encoding: chunked") + "5\r\n{\"ver\r\n",
                                error(BROKEN_OFF)),
                        fault("trailers without end", error(""), connection -> {
                            connection.write(Feeds.head("Transfer-Encoding: chunked") + "0\r\n");
                            connection.flood("A: b\r\n");
                        }),
                        closing(
                                "a body that ends with the connection",
                                Feeds.head("Connection: close") + BODY,
                                ok(1, 0)),
                        answer("no body", Feeds.head("Content-Length: 0"), error("empty"))));
    }

    private static Fault answer(String name, String text, Expected expected) {
        return Fault.of(name, RawSource.plain(Script.answering(text)), expected);
    }

    private static Fault closing(String name, String text, Expected expected) {
        return fault(name, expected, connection -> connection.write(text));
    }

    private static Fault fault(String name, Expected expected, Script script) {
        return Fault.of(name, RawSource.plain(Script.afterTheRequest(script)), expected);
    }
}
