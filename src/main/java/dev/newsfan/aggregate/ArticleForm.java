package dev.newsfan.aggregate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.news.Article;
import java.io.IOException;
import java.util.List;

/**
 * How the articles of a digest are written; each form is one object, as what is written is kept for each. From any thread, in a time
 * linear in the articles.
 */
@FunctionalInterface
public interface ArticleForm {

    /** A JSON array, as the news have it. */
    ArticleForm JSON = (articles, json) ->
            json.writerFor(new TypeReference<List<Article>>() {}).writeValueAsBytes(articles);

    /**
     * Writes them in UTF-8, whatever they hold.
     *
     * @param articles in their order; may be none
     * @param json how JSON is written
     */
    byte[] write(List<Article> articles, ObjectMapper json) throws IOException;
}
