package dev.newsfan.upstream;

import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks a body (RFC 9110, section 8.4), and no more of it than may be read: 837 bytes can hold a GB.
 *
 * <p>Here, once for both clients, and not in them: theirs unpack before anybody can count, on the event loop.
 */
public final class Packing {

    /** What a source may use. */
    static final String ACCEPTED = "gzip, deflate";

    private Packing() {}

    /** Whether there is anything to do. */
    public static boolean isPacked(UpstreamAnswer answer) {
        return answer.header("Content-Encoding").filter(Packing::isOne).isPresent();
    }

    private static boolean isOne(String encoding) {
        return !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /**
     * The body as it was before it was packed; the same if it wasn't.
     *
     * @param maxSize the most bytes that it may have
     * @throws SourceException if it has more, isn't complete, or is packed in a way that was not asked for
     */
    public static byte[] unpack(UpstreamAnswer answer, long maxSize) {
        if (!isPacked(answer) || answer.body().length == 0) {
            return answer.body();
        }
        String encoding =
                answer.header("Content-Encoding").orElseThrow().strip().toLowerCase(Locale.ROOT);
        try (InputStream unpacked = stream(encoding, answer.body())) {
            byte[] body = unpacked.readNBytes((int) maxSize + 1);
            if (body.length > maxSize) {
                throw new SourceException(FailureReason.tooLarge(maxSize));
            }
            return body;
        } catch (IOException | StackOverflowError e) {
            // Of gzip's members that are empty the JDK's reader goes from one to the next by calling itself.
            throw new SourceException(FailureReason.notUnpacked(), e);
        }
    }

    private static InputStream stream(String encoding, byte[] body) throws IOException {
        InputStream packed = new ByteArrayInputStream(body);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> inflating(packed, new Inflater(!hasZlibHeader(body)));
            default -> throw new SourceException(FailureReason.packed(ACCEPTED));
        };
    }

    private static InputStream inflating(InputStream packed, Inflater inflater) {
        return new InflaterInputStream(packed, inflater) {
            @Override
            public void close() {
                // It holds memory outside the heap, and the stream gives back only an inflater of its own.
                inflater.end();
            }
        };
    }

    /** It should have one, but some servers leave it out (RFC 9110, section 8.4.1.2; RFC 1950, section 2.2). */
    private static boolean hasZlibHeader(byte[] body) {
        return body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) * 256 + (body[1] & 0xff)) % 31 == 0;
    }
}
