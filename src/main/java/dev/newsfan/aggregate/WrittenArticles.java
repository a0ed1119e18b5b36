package dev.newsfan.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.newsfan.news.Article;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The articles of a digest as JSON: written once, for all who get the same, and copied as they are into each answer. From any
 * thread.
 */
@RegisterForReflection
public final class WrittenArticles implements JsonSerializable {

    private static final TypeReference<List<Article>> ARTICLES = new TypeReference<>() {};

    private final int count;
    private final byte[] json;
    private final String hash;

    private WrittenArticles(int count, byte[] json) {
        this.count = count;
        this.json = json;
        this.hash = new ContentHash().and(json).text();
    }

    /** Writes them. */
    static WrittenArticles of(List<Article> articles, ObjectMapper mapper) {
        try {
            return new WrittenArticles(
                    articles.size(), mapper.writerFor(ARTICLES).writeValueAsBytes(articles));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Articles are texts and dates, which can be written", e);
        }
    }

    /** How many they are. */
    public int count() {
        return count;
    }

    /** The same for the same articles in the same order. */
    String hash() {
        return hash;
    }

    /** How many bytes of memory they take, about. */
    int bytes() {
        return json.length;
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        if (out.getOutputTarget() instanceof OutputStream bytes) {
            // Nothing, but where a value is due, so that what belongs before it is written.
            out.writeRawValue("");
            out.flush();
            bytes.write(json);
        } else {
            out.writeRawValue(new String(json, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(out, provider);
    }
}
