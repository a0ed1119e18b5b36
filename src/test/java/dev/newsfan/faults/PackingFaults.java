package dev.newsfan.faults;

import static dev.newsfan.faults.Expected.error;
import static dev.newsfan.faults.Expected.ok;

import dev.newsfan.faults.RawSource.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Sources that send something else than what they seem to. */
final class PackingFaults {

    private static final int MB = 1 << 20;
    private static final String NOT_UNPACKED = "can't be unpacked, or was cut off";
    private static final byte[] BODY = Feeds.json(Feeds.item(1)).getBytes(StandardCharsets.UTF_8);

    private PackingFaults() {}

    static Fault.Family all() {
        byte[] packed = gzip(BODY);
        return new Fault.Family(
                "Packing",
                List.of(
                        fault("gzip", "gzip", packed, ok(1, 0)),
                        fault("1.6 MB of gzip that hold 1.6 GB", "gzip", bomb(1600), error("larger than 2 MB")),
                        fault(
                                "gzip that is cut off",
                                "gzip",
                                Arrays.copyOf(packed, packed.length - 12),
                                error(NOT_UNPACKED)),
                        fault("gzip with a wrong checksum", "gzip", withWrongSum(packed), error(NOT_UNPACKED)),
                        fault("gzip that it isn't", "gzip", BODY, error(NOT_UNPACKED)),
                        fault("gzip that isn't called so", "identity", packed, error("not JSON")),
                        fault("deflate that it isn't", "deflate", BODY, error(NOT_UNPACKED)),
                        fault("gzip within gzip", "gzip, gzip", gzip(packed), error("packed in a way")),
                        fault("brotli, which nobody asked for", "br", packed, error("packed in a way"))));
    }

    private static Fault fault(String name, String encoding, byte[] body, Expected expected) {
        String head = Feeds.head("Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length);
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(body);
        return Fault.of(name, RawSource.plain(Script.answering(answer.toByteArray())), expected);
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] withWrongSum(byte[] packed) {
        byte[] wrong = packed.clone();
        wrong[packed.length - 8] ^= 1;
        return wrong;
    }

    /** A megabyte of spaces, packed once and repeated: nobody comes as far as to the end, which it lacks. */
    private static byte[] bomb(int megaBytes) {
        byte[] spaces = new byte[MB];
        Arrays.fill(spaces, (byte) ' ');
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(spaces);
        byte[] block = new byte[MB];
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.end();
        var bomb = new ByteArrayOutputStream();
        bomb.write(gzip(new byte[0]), 0, 10);
        for (int i = 0; i < megaBytes; i++) {
            bomb.write(block, 0, length);
        }
        return bomb.toByteArray();
    }
}
