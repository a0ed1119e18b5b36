package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;
import static dev.newsfan.faults.Expected.timeout;

import dev.newsfan.faults.Certificates.Owner;
import dev.newsfan.faults.RawSource.Script;
import java.util.List;

/** Sources that nobody should trust with a secret. */
final class TlsFaults {

    private static final String NOT_SECURE = "no secure connection";
    private static final byte[] BEGINNING_OF_A_RECORD = {22, 3, 3, 64, 0, 2};

    private TlsFaults() {}

    static Fault.Family all() {
        return new Fault.Family(
                "TLS",
                List.of(
                        certificate("a certificate of a known authority", Owner.TRUSTED, ok(1, 0)),
                        certificate("an expired certificate", Owner.EXPIRED, error("its certificate has expired")),
                        certificate("a certificate of another name", Owner.OF_ANOTHER_NAME, error("for another name")),
                        certificate(
                                "a certificate of an unknown authority", Owner.UNKNOWN, error("nobody who is trusted")),
                        Fault.of(
                                "plain text behind an https address",
                                RawSource.plainBehindHttps(connection -> connection.write(Feeds.GOOD)),
                                error(NOT_SECURE)),
                        Fault.of(
                                "TLS behind an http address",
                                RawSource.tls("http", Owner.TRUSTED, HostileConnection::request),
                                error("")),
                        Fault.of(
                                "a handshake that stalls",
                                RawSource.plainBehindHttps(connection -> {
                                    connection.write(BEGINNING_OF_A_RECORD);
                                    connection.stall();
                                }),
                                timeout()),
                        Fault.of(
                                "a handshake of garbage",
                                RawSource.plainBehindHttps(connection -> {
                                    connection.write(new byte[1000]);
                                    connection.stall();
                                }),
                                error(NOT_SECURE)),
                        Fault.of(
                                "a handshake that breaks off",
                                RawSource.plainBehindHttps(connection -> {
                                    connection.write(BEGINNING_OF_A_RECORD);
                                    connection.reset();
                                }),
                                error(""))));
    }

    private static Fault certificate(String name, Owner owner, Expected expected) {
        return Fault.of(name, RawSource.tls("https", owner, Script.answering(Feeds.GOOD)), expected);
    }
}
