package dev.newsfan.aggregate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.newsfan.news.Article;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The articles of a digest in the form that was asked for: written once, for all who get the same, and copied as they are into each
 * answer. From any thread.
 */
@RegisterForReflection
public final class WrittenArticles implements JsonSerializable {

    private final int count;
    private final Optional<Instant> newest;
    private final byte[] written;
    private final String hash;

    private WrittenArticles(int count, Optional<Instant> newest, byte[] written) {
        this.count = count;
        this.newest = newest;
        this.written = written;
        this.hash = new ContentHash().and(written).text();
    }

    /** Writes them as JSON. */
    static WrittenArticles of(List<Article> articles, ObjectMapper mapper) {
        return of(articles, ArticleForm.JSON, mapper);
    }

    /** Writes them. */
    static WrittenArticles of(List<Article> articles, ArticleForm form, ObjectMapper mapper) {
        try {
            return new WrittenArticles(articles.size(), Article.newest(articles), form.write(articles, mapper));
        } catch (IOException e) {
            throw new IllegalStateException("Articles are texts and dates, which can be written", e);
        }
    }

    /** How many they are. */
    public int count() {
        return count;
    }

    /** When the newest of them was published; empty if none has a date. */
    public Optional<Instant> newest() {
        return newest;
    }

    /** The same for the same articles in the same order and form. */
    String hash() {
        return hash;
    }

    /** How many bytes of memory they take, about. */
    int bytes() {
        return written.length;
    }

    /** Copies them as they are, in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(written);
    }

    /** If they are written as JSON. */
    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        if (out.getOutputTarget() instanceof OutputStream bytes) {
            // Nothing, but where a value is due, so that what belongs before it is written.
            out.writeRawValue("");
            out.flush();
            writeTo(bytes);
        } else {
            out.writeRawValue(new String(written, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(out, provider);
    }
}
