package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Undoes what a program did that took UTF-8 for windows-1252 and wrote that in UTF-8, so that a café is a {@code cafÃ©}. A
 * text is one of these if all its characters are bytes of windows-1252 which together are UTF-8: no text is that by chance
 * that has more than one letter beyond ASCII.
 */
final class TwiceEncoded {

    /** What may follow a capital at the end of a word, and would make one letter of both: VOILÀ LE CAFÉ… */
    private static final String PUNCTUATION = "…’”–—";

    private static final int BEYOND_ASCII = 0x80;
    private static final int NO_BYTE = -1;

    private TwiceEncoded() {}

    /** The text as it was before, or as it is if nobody encoded it twice. */
    static String undone(String text) {
        int first = firstBeyondAscii(text);
        if (first + 1 >= text.length() || inWindows1252(text.charAt(first + 1)) < BEYOND_ASCII) {
            return text;
        }
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int code = inWindows1252(text.charAt(i));
            if (code == NO_BYTE) {
                return text;
            }
            bytes[i] = (byte) code;
        }
        return isCapitalAndPunctuation(text, first) ? text : decoded(bytes, text);
    }

    private static int firstBeyondAscii(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < BEYOND_ASCII) {
            at++;
        }
        return at;
    }

    private static int inWindows1252(char c) {
        return c < 0x100 ? c : Encoding.byteInWindows1252(c);
    }

    private static boolean isCapitalAndPunctuation(String text, int capital) {
        boolean alone = firstBeyondAscii(text.substring(capital + 2)) + capital + 2 == text.length();
        return alone
                && PUNCTUATION.indexOf(text.charAt(capital + 1)) >= 0
                && capital > 0
                && Character.isUpperCase(text.charAt(capital - 1));
    }

    /** A character may be cut in two at the end, where the text was. */
    private static String decoded(byte[] bytes, String otherwise) {
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), out, false).isError();
        String decoded = out.flip().toString();
        return malformed || firstBeyondAscii(decoded) == decoded.length() ? otherwise : decoded;
    }
}
