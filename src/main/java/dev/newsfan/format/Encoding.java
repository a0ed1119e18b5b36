package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out in which encoding an answer is, by what decodes rather than by what is declared, as that is often wrong.
 *
 * <p>A byte order mark says it. Bytes beyond ASCII that are valid UTF-8 are UTF-8, as no text in another encoding is by
 * chance. Else it is what the XML declaration names, or else the Content-Type header (RFC 7303, section 3, has it the other
 * way round; but whoever wrote the feed wrote the declaration), if that exists and fits. Else it is UTF-8, and a byte that
 * doesn't fit there is taken for windows-1252, which it mostly is. A few wrong bytes, as where a text was cut in the middle of
 * a character, make it no other encoding.
 */
final class Encoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String IN_WINDOWS_1252 = inWindows1252();
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** The declaration has to come first, and is short. */
    private static final int LONGEST_DECLARATION = 400;

    /** Of a text that some wrong bytes have got into; more, and it is in another encoding. */
    private static final int LEAST_RIGHT_PER_WRONG = 20;

    private Encoding() {}

    private static String inWindows1252() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new String(all, WINDOWS_1252);
    }

    /**
     * The character that windows-1252 has for a byte.
     *
     * @param code 0 to 255
     */
    static char inWindows1252(int code) {
        return IN_WINDOWS_1252.charAt(code);
    }

    /** The byte that windows-1252 has for a character, or -1 if it has none. */
    static int byteInWindows1252(char c) {
        return IN_WINDOWS_1252.indexOf(c, 0x80, 0xa0);
    }

    /** The text of an answer, without byte order mark. It always has one, if only a strange one. */
    static String decode(byte[] body, Optional<String> contentType) {
        Charset wide = ofZeroBytes(body);
        if (wide != null) {
            return withoutMark(new String(body, wide));
        }
        String text = new String(body, UTF_8);
        boolean valid = text.indexOf('\ufffd') < 0 || isValid(body, UTF_8);
        boolean ascii = text.length() == body.length;
        if (valid && !ascii) {
            return withoutMark(text);
        }
        Optional<Charset> declared = declared(body).or(() -> contentType.flatMap(Encoding::ofHeader));
        if (valid) {
            // Some encodings write everything in ASCII.
            return declared.filter(charset -> charset.name().startsWith("ISO-2022"))
                    .map(charset -> new String(body, charset))
                    .orElse(text);
        }
        return withoutMark(declared.filter(charset -> !isNearlyValid(body, UTF_8) && isNearlyValid(body, charset))
                .map(charset -> new String(body, charset))
                .orElseGet(() -> mixed(body)));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** UTF-16 and UTF-32, which have byte order marks that nothing else has, and zeros where the first character is ASCII. */
    private static Charset ofZeroBytes(byte[] body) {
        int a = at(body, 0);
        int b = at(body, 1);
        int c = at(body, 2);
        int d = at(body, 3);
        if (a == 0 && b == 0 && (c == 0xfe && d == 0xff || c == 0 && d > 0)) {
            return UTF_32BE;
        }
        if (a == 0xff && b == 0xfe && c == 0 && d == 0 || a > 0 && b == 0 && c == 0 && d == 0) {
            return UTF_32LE;
        }
        if (a == 0xfe && b == 0xff || a == 0 && b > 0) {
            return UTF_16BE;
        }
        return a == 0xff && b == 0xfe || a > 0 && b == 0 && d == 0 ? UTF_16LE : null;
    }

    private static int at(byte[] body, int index) {
        return index < body.length ? body[index] & 0xff : -1;
    }

    private static Optional<Charset> declared(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, LONGEST_DECLARATION), ISO_8859_1);
        int declaration = start.indexOf("<?xml");
        int end = start.indexOf("?>", Math.max(declaration, 0));
        int encoding = start.indexOf("encoding", Math.max(declaration, 0));
        int equals = start.indexOf('=', Math.max(encoding, 0));
        return declaration < 0 || encoding < 0 || equals < 0 || end < equals
                ? Optional.empty()
                : EncodingName.leading(start.substring(equals + 1, end));
    }

    private static Optional<Charset> ofHeader(String contentType) {
        int parameter = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return parameter < 0
                ? Optional.empty()
                : EncodingName.leading(contentType.substring(parameter + "charset=".length()));
    }

    private static boolean isValid(byte[] body, Charset charset) {
        return mistakes(body, charset, 0) == 0;
    }

    /** Whether this is the encoding, but for a few characters that were cut in two, or that only its elder brother has. */
    private static boolean isNearlyValid(byte[] body, Charset charset) {
        int beyondAscii = 0;
        for (byte b : body) {
            beyondAscii += b < 0 ? 1 : 0;
        }
        int most = beyondAscii / LEAST_RIGHT_PER_WRONG;
        return mistakes(body, charset, most) <= most;
    }

    /** How many parts of a body mean nothing in an encoding; it stops counting when there are more than this. */
    private static int mistakes(byte[] body, Charset charset, int most) {
        // Nobody knows what five bytes of windows-1252 mean; that some of them occur makes it no other encoding.
        boolean anyByte = charset.equals(WINDOWS_1252);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(anyByte ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(8192);
        int mistakes = 0;
        while (mistakes <= most) {
            CoderResult result = decoder.decode(in, out.clear(), true);
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                in.position(in.position() + result.length());
                mistakes++;
            }
        }
        return mistakes;
    }

    /** UTF-8, with the bytes in between that are not taken for windows-1252. */
    private static String mixed(byte[] body) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(body.length);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.reset().decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put(inWindows1252(in.get() & 0xff));
            }
        }
        return out.flip().toString();
    }
}
