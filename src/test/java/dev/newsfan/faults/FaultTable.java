package dev.newsfan.faults;

import java.util.List;

/** All faults of sources, in families. */
final class FaultTable {

    static final List<Fault.Family> FAMILIES = List.of(
            ConnectionFaults.all(),
            NameFaults.all(),
            TlsFaults.all(),
            HeadFaults.all(),
            BodyFaults.all(),
            PackingFaults.all(),
            ContentFaults.all(),
            StatusFaults.all(),
            Http2Faults.all());

    /** What the others ask meanwhile. */
    static final Fault HEALTHY =
            Fault.of("none", RawSource.plain(RawSource.Script.answering(Feeds.GOOD)), Expected.ok(1, 0));

    private FaultTable() {}
}
