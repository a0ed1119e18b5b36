package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.aggregate.ArticleForm;
import dev.newsfan.news.Article;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Articles as the items of a JSON Feed (jsonfeed.org/version/1.1), without the feed around them. */
final class JsonFeedItems implements ArticleForm {

    @Override
    public byte[] write(List<Article> articles, ObjectMapper json) throws IOException {
        return json.writeValueAsBytes(articles.stream().map(Item::of).toList());
    }

    /** @param contentText the title for an article without a summary, as an item needs a content */
    @JsonInclude(Include.NON_ABSENT)
    @RegisterForReflection
    private record Item(
            String id,
            String url,
            String title,
            String contentText,
            Optional<Instant> datePublished,
            List<Author> authors,
            @JsonProperty("_newsfan") Extension newsfan) {

        static Item of(Article article) {
            return new Item(
                    FeedEntry.id(article),
                    FeedEntry.link(article),
                    article.title(),
                    article.summary().isEmpty() ? article.title() : article.summary(),
                    article.publishedAt(),
                    List.of(new Author(article.source())),
                    new Extension(article.source(), article.alsoIn()));
        }
    }

    @RegisterForReflection
    private record Author(String name) {}

    /** @param alsoIn left out if nobody else has it */
    @JsonInclude(Include.NON_EMPTY)
    @RegisterForReflection
    private record Extension(String source, List<String> alsoIn) {}
}
