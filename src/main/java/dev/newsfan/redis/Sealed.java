package dev.newsfan.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Bytes that tell of themselves whether they are what was written: a version, a checksum, the content. */
final class Sealed {

    private static final byte VERSION = 1;

    private Sealed() {}

    /** Writes a content. */
    interface Writer {
        void write(DataOutputStream content) throws IOException;
    }

    /** Reads one. */
    interface Reader<T> {
        T read(DataInputStream content) throws IOException;
    }

    static byte[] seal(Writer writer) {
        try {
            var content = new ByteArrayOutputStream();
            writer.write(new DataOutputStream(content));
            var sealed = new ByteArrayOutputStream();
            var data = new DataOutputStream(sealed);
            data.writeByte(VERSION);
            data.writeInt(checksum(content.toByteArray()));
            content.writeTo(data);
            return sealed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written, or nothing if it isn't what was written. */
    static <T> Optional<T> open(byte[] sealed, Reader<T> reader) {
        try {
            var data = new DataInputStream(new ByteArrayInputStream(sealed));
            byte version = data.readByte();
            int checksum = data.readInt();
            byte[] content = data.readAllBytes();
            if (version != VERSION || checksum != checksum(content)) {
                return Optional.empty();
            }
            return Optional.of(reader.read(new DataInputStream(new ByteArrayInputStream(content))));
        } catch (IOException | RuntimeException e) {
            // A checksum is no proof.
            return Optional.empty();
        }
    }

    /** CRC-32C: of chance alone it is right once in four billion times. */
    static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
