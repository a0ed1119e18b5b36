package dev.newsfan.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A frame of HTTP/2 (RFC 9113, section 4.1), made by hand so that it can be wrong. */
record Http2Frame(int type, int flags, int stream, byte[] payload) {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    static final int NO_ERROR = 0;
    static final int INTERNAL_ERROR = 2;
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;

    static final int INITIAL_WINDOW_SIZE = 4;

    /** What a client says first (section 3.4). */
    static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** Its bytes. */
    static byte[] bytes(int type, int flags, int stream, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** Settings without any value in them. */
    static byte[] settings() {
        return bytes(SETTINGS, 0, 0);
    }

    static byte[] setting(int name, int value) {
        return bytes(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6).putShort((short) name).putInt(value).array());
    }

    /** @param last the highest stream that was looked at */
    static byte[] goAway(int last, int error) {
        return bytes(
                GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(error).array());
    }

    static byte[] reset(int stream, int error) {
        return bytes(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(error).array());
    }

    static byte[] headers(int flags, int stream, String... namesAndValues) {
        return bytes(HEADERS, flags, stream, packed(namesAndValues));
    }

    static byte[] data(int flags, int stream, byte[] body) {
        return bytes(DATA, flags, stream, body);
    }

    /** Each field as a literal that is not remembered (RFC 7541, section 6.2.2). */
    static byte[] packed(String... namesAndValues) {
        var packed = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i++) {
            if (i % 2 == 0) {
                packed.write(0);
            }
            byte[] text = namesAndValues[i].getBytes(StandardCharsets.US_ASCII);
            writeLength(packed, text.length);
            packed.writeBytes(text);
        }
        return packed.toByteArray();
    }

    /** RFC 7541, section 5.1, with seven bits in the first byte. */
    private static void writeLength(ByteArrayOutputStream packed, int length) {
        if (length < 127) {
            packed.write(length);
            return;
        }
        packed.write(127);
        int rest = length - 127;
        for (; rest >= 128; rest >>= 7) {
            packed.write(rest & 127 | 128);
        }
        packed.write(rest);
    }

    static Http2Frame read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        int lengthAndType = data.readInt();
        int flags = data.readUnsignedByte();
        int stream = data.readInt() & Integer.MAX_VALUE;
        byte[] payload = new byte[lengthAndType >>> 8];
        data.readFully(payload);
        return new Http2Frame(lengthAndType & 255, flags, stream, payload);
    }
}
