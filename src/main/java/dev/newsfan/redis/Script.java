package dev.newsfan.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What Redis does in one step, written in Lua in the file of the same name. */
enum Script {
    /** Looks for an answer, and takes the turn if there is none. */
    FIND,
    /** Puts an answer in place of any other, and ends the turn. */
    KEEP,
    /** Makes an answer that is there younger, and ends the turn. */
    RENEW,
    /** Puts a refusal, and ends the turn. */
    REFUSE,
    /** Ends the turn. */
    LEAVE,
    /** Takes an answer away. */
    FORGET,
    /** Counts a call, if a rate allows it. */
    PERMIT;

    private final String text;
    private final String hash;

    Script() {
        String file = name().toLowerCase(Locale.ROOT) + ".lua";
        try (InputStream lua = Script.class.getResourceAsStream(file)) {
            byte[] bytes = lua.readAllBytes();
            text = new String(bytes, UTF_8);
            hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return text;
    }

    /** What Redis calls it once it knows it. */
    String hash() {
        return hash;
    }
}
