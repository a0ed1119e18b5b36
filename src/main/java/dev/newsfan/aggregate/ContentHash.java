package dev.newsfan.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells contents apart by a short text: two checksums with nothing in common, 64 bits, so that chance makes no two contents the same.
 * A cryptographic hash would take longer than all else that is done to an answer until the JVM has compiled it, and keep out nobody: a
 * source that wants its news to look the same can send the same. For one thread.
 */
final class ContentHash {

    private final Checksum one = new CRC32();
    private final Checksum other = new CRC32C();

    /** And this, whatever is in it. */
    ContentHash and(byte[] part) {
        one.update(part);
        other.update(part);
        return this;
    }

    /** And this: a text without line breaks, such as a name or a number. */
    ContentHash and(Object word) {
        return and((word + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** 16 hexadecimal digits. */
    String text() {
        return HexFormat.of().toHexDigits(one.getValue() << Integer.SIZE | other.getValue());
    }
}
