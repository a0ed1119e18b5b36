package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import dev.newsfan.faults.RawSource.Script;
import java.util.List;

/** Sources whose names lead nowhere. */
final class NameFaults {

    private static final String UNKNOWN = "host name is not known";

    private NameFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "Names (DNS)",
                List.of(
                        fault("a name with an address", NameServer.LIVING, ok(1, 0)),
                        fault("an unknown name", NameServer.UNKNOWN, error(UNKNOWN)),
                        fault("a name server that has failed", NameServer.FAILED, error(UNKNOWN)),
                        fault("a name server that doesn't answer", NameServer.SILENT, timeout()),
                        fault("a name server that answers after 3 s", NameServer.SLOW, timeout()),
                        fault("a name server that answers garbage", NameServer.GARBLED, timeout()),
                        fault("a name with a dead address and a living one", NameServer.HALF_DEAD, ok(1, 0))));
    }

    private static Fault fault(String name, String host, Expected expected) {
        return Fault.of(name, RawSource.named(host, Script.answering(Feeds.GOOD)), expected);
    }
}
