package dev.newsfan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a question to a source is called where replicas share its answer: the source's name and a hash of all that the request says,
 * of which nothing can be read.
 */
public final class SharedKey implements Function<Question, String> {

    /** Of SHA-256: so much that no two will ever be the same. */
    private static final int DIGITS = 32;

    private final String source;
    private final MessageDigest request = sha256();
    private final String withoutParameters;

    /**
     * The keys of one source.
     *
     * @param source its name
     * @param url with its query
     * @param headers all of the request, whose names count in any case
     */
    public SharedKey(String source, String url, Map<String, String> headers) {
        this.source = source;
        add(request, url);
        Map<String, String> sorted = new TreeMap<>();
        headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
        add(request, sorted);
        this.withoutParameters = hash(Map.of());
    }

    @Override
    public String apply(Question question) {
        return question.parameters().isEmpty() ? withoutParameters : hash(question.parameters());
    }

    private String hash(Map<String, String> parameters) {
        MessageDigest digest = copy(request);
        add(digest, new TreeMap<>(parameters));
        return source + ":" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, Map<String, String> pairs) {
        digest.update(("#" + pairs.size() + "\n").getBytes(UTF_8));
        pairs.forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
    }

    /** With its length before it, so that no two lists of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + "\n").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            synchronized (digest) {
                return (MessageDigest) digest.clone();
            }
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
