package dev.newsfan.api;

import dev.newsfan.news.Article;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What feeds need of an article beyond what it says: a name that stays, and a link that is one to the letter. */
final class FeedEntry {

    /** The namespace of names that are URLs (RFC 9562, section 6.6). */
    private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** What no IRI may hold (RFC 3987, section 2.2); browsers forgive it, and so it comes as far as here. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}\\p{Cs} \"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");

    /** Scheme and host, which alone may have brackets; path and query; fragment, which may have but one hash, its first character. */
    private static final Pattern PARTS = Pattern.compile("([^:/?#]+://[^/?#]*)([^#]*)(.*)", Pattern.DOTALL);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FeedEntry() {}

    /** The same for the same story, whichever source's article stays of it, and wherever it is asked for. */
    static String id(Article article) {
        byte[] hash = sha1().digest(named(article.canonicalUrl()));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = bits.getLong() & ~0xf000L | VERSION_5;
        long low = bits.getLong() & ~(0b11L << 62) | VARIANT;
        return "urn:uuid:" + new UUID(high, low);
    }

    /** A name within its namespace (section 5.5). */
    private static byte[] named(String url) {
        byte[] name = url.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(URLS.getMostSignificantBits())
                .putLong(URLS.getLeastSignificantBits())
                .put(name)
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    /** Where to read it, without what a strict reader would stumble over. */
    static String link(Article article) {
        String url = ILLEGAL.matcher(article.url()).replaceAll(illegal -> encoded(illegal.group()));
        Matcher parts = PARTS.matcher(url);
        return parts.matches()
                ? parts.group(1)
                        + withoutBrackets(parts.group(2))
                        + withoutBrackets(parts.group(3)).replaceAll("(?<!^)#", "%23")
                : url;
    }

    private static String withoutBrackets(String part) {
        return part.replace("[", "%5B").replace("]", "%5D");
    }

    private static String encoded(String illegal) {
        return "%" + HEX.formatHex(illegal.getBytes(StandardCharsets.UTF_8), 0, 1);
    }
}
