package dev.newsfan.source;

import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.ParsedArticle;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An index is a JSON array of references, and a part a JSON object with a title. */
final class IndexFormat implements Format {

    @Override
    public String name() {
        return "index";
    }

    @Override
    public boolean accepts(String mediaType) {
        return true;
    }

    @Override
    public List<String> parts(Answer index, int most) {
        JsonArray references = array(index);
        return IntStream.range(0, Math.min(most, references.size()))
                .mapToObj(references::getString)
                .toList();
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        return array(answer).stream()
                .map(JsonObject.class::cast)
                .map(part -> new ParsedArticle(
                        part.getString("title"), "https://a.example/" + part.getString("title"), Optional.empty(), ""))
                .toList();
    }

    private static JsonArray array(Answer answer) {
        return new JsonArray(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
