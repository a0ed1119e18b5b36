package dev.newsfan.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.news.Article;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * How the JSON of articles is written, which {@code news} can't say, as it is pure Java: without {@code also_in} where nobody else has
 * it.
 */
@Singleton
@RegisterForReflection(targets = {Article.class, ArticleRules.Written.class})
class ArticleRules implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Article.class, Written.class);
    }

    interface Written {
        @JsonInclude(Include.NON_EMPTY)
        List<String> alsoIn();
    }
}
