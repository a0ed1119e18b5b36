package dev.newsfan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The JSON of Hacker News' own API (github.com/HackerNews/API): {@code topstories.json} and its like are lists of numbers, and each
 * story is an answer of its own. What was deleted or killed since is dropped, like anything else that isn't fit to print.
 */
@ApplicationScoped
class HackerNewsFormat extends JsonFormat {

    /** One call for each of them. */
    private static final int LIMIT = 30;

    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,15}").asMatchPredicate();

    HackerNewsFormat() {
        this(InstantSource.system());
    }

    HackerNewsFormat(InstantSource clock) {
        super(Json.ALL, Set.of("id", "title", "url", "time", "text", "deleted", "dead"), clock);
    }

    @Override
    public String name() {
        return "hacker-news";
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public boolean recognizes(Outline outline) {
        boolean stories = outline.has("id") && outline.has("type") && outline.has("time");
        return outline.shape() == Outline.Shape.NUMBERS || outline.shape() == Outline.Shape.LIST && stories;
    }

    @Override
    public List<String> parts(Answer index, int most) {
        return Json.tokens(index, parser -> numbers(parser, most)).stream()
                .map("item/%s.json"::formatted)
                .toList();
    }

    /** Reads no further than to the last one that is wanted, or to the first that is none. */
    private static SequencedSet<String> numbers(JsonParser parser, int most) throws IOException {
        SequencedSet<String> numbers = new LinkedHashSet<>();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            while (numbers.size() < most
                    && parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                    && NUMBER.test(parser.getText())) {
                numbers.add(parser.getText());
            }
        }
        return numbers;
    }

    @Override
    ParsedArticle article(Map<String, String> item) {
        boolean gone = item.containsKey("deleted") || item.containsKey("dead");
        String url = Json.first(item, "url");
        return new ParsedArticle(
                gone ? "" : plain(Json.first(item, "title")),
                url.isEmpty() ? discussion(Json.first(item, "id")) : url,
                unixDate(Json.first(item, "time")),
                PlainText.ofHtml(Json.first(item, "text")));
    }

    /** Where a story is discussed, which is all that there is of one without a page of its own; empty if that is no number. */
    static String discussion(String id) {
        return NUMBER.test(id) ? "https://news.ycombinator.com/item?id=" + id : "";
    }
}
