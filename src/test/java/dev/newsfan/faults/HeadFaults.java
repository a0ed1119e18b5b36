package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import dev.newsfan.faults.RawSource.Script;
import java.util.List;

/** Sources that take their time with the head of an answer, or never come to its end. */
final class HeadFaults {

    private static final String NOT_HTTP = "not proper HTTP";
    private static final String HEAD = "head";

    private HeadFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "Heads",
                List.of(
                        fault("a head that comes slowly", timeout(), connection -> connection.drip("H")),
                        fault("a head that stops", timeout(), connection -> {
                            connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
                            connection.stall();
                        }),
                        fault("a head that drips", timeout(), connection -> {
                            connection.write("HTTP/1.1 200 OK\r\n");
                            connection.drip("A: b\r\n");
                        }),
                        fault("a head without end", error(HEAD), connection -> {
                            connection.write("HTTP/1.1 200 OK\r\n");
                            connection.flood("A: " + "b".repeat(1000) + "\r\n");
                        }),
                        fault("a header without end", error(HEAD), connection -> {
                            connection.write("HTTP/1.1 200 OK\r\nA: ");
                            connection.flood("b".repeat(1000));
                        }),
                        fault("a status line without end", error(HEAD), connection -> {
                            connection.write("HTTP/1.1 200 ");
                            connection.flood("O".repeat(1000));
                        }),
                        answer("a head of 40 KB", headOf(40), ok(1, 0)),
                        answer("a head of 100 KB", headOf(100), error(HEAD)),
                        answer("garbage", "I'm not a web server at all\r\n\r\n", error(NOT_HTTP)),
                        answer("zeros", "\0".repeat(100_000), timeout()),
                        answer("a status that is no number", "HTTP/1.1 OK 200\r\n\r\n", error(NOT_HTTP)),
                        answer("HTTP/3.7", "HTTP/3.7 200 OK\r\nContent-Length: 0\r\n\r\n", error(""))));
    }

    private static String headOf(int kiloBytes) {
        String more = ("A: " + "b".repeat(1019) + "\r\n").repeat(kiloBytes);
        return Feeds.GOOD.replaceFirst("\r\n", "\r\n" + more);
    }

    private static Fault answer(String name, String text, Expected expected) {
        return Fault.of(name, RawSource.plain(Script.answering(text)), expected);
    }

    private static Fault fault(String name, Expected expected, Script script) {
        return Fault.of(name, RawSource.plain(Script.afterTheRequest(script)), expected);
    }
}
