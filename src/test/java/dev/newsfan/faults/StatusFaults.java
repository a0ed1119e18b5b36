package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import dev.newsfan.faults.RawSource.Script;
import java.util.List;

/** Sources that answer with a status which is no plain success. */
final class StatusFaults {

    private static final String INTERIM =
            "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";

    private StatusFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "Statuses",
                List.of(
                        answer("102 and 103 before 200", INTERIM + Feeds.GOOD, ok(1, 0)),
                        answer("100 before 200", "HTTP/1.1 100 Continue\r\n\r\n" + Feeds.GOOD, ok(1, 0)),
                        fault("103 and nothing else", timeout(), connection -> {
                            connection.write(INTERIM);
                            connection.stall();
                        }),
                        fault("103 and the end", error(""), connection -> connection.write(INTERIM)),
                        fault("103 without end", timeout(), connection -> connection.flood(INTERIM)),
                        status("204 No Content", "", error("status 204")),
                        status("206 Partial Content", "Content-Range: bytes 0-5/100\r\n", error("status 206")),
                        status("302 Found", "", error("status 302, a redirect")),
                        redirect(
                                "a redirect to where nobody is", "http://127.0.0.1:1/", error("can't be connected to")),
                        redirect("a redirect to itself", "#", error("in a circle")),
                        redirect("a redirect to another, and so on", "a/", error("more than 3 times")),
                        redirect("a redirect to a file", "file:///etc/passwd", error("not with an http or https URL")),
                        status("304 Not Modified", "", error("status 304")),
                        status("401 Unauthorized", "WWW-Authenticate: Basic\r\n", error("status 401: the API key")),
                        status("404 Not Found", "", error("status 404")),
                        status(
                                "429 Too Many Requests",
                                "Retry-After: 3600\r\n",
                                Expected.refusal("status 429: it has been asked too often")),
                        status("500 Internal Server Error", "", error("status 500")),
                        status("503 Service Unavailable", "Retry-After: 3600\r\n", error("status 503")),
                        status("999", "", error("status 999"))));
    }

    private static Fault status(String status, String headers, Expected expected) {
        boolean empty = status.startsWith("204") || status.startsWith("304");
        String body = empty ? "" : Feeds.json(Feeds.item(1));
        String length = empty ? "" : "Content-Length: " + body.length() + "\r\n";
        return answer(status, "HTTP/1.1 " + status + "\r\n" + headers + length + "\r\n" + body, expected);
    }

    private static Fault redirect(String name, String location, Expected expected) {
        String head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n";
        return answer(name, head, expected);
    }

    private static Fault answer(String name, String text, Expected expected) {
        return Fault.of(name, RawSource.plain(Script.answering(text)), expected);
    }

    private static Fault fault(String name, Expected expected, Script script) {
        return Fault.of(name, RawSource.plain(Script.afterTheRequest(script)), expected);
    }
}
