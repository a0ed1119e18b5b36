package dev.newsfan.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON of NewsAPI's {@code /v2/top-headlines} (newsapi.org/docs/endpoints/top-headlines). */
@ApplicationScoped
class NewsApiFormat implements Format {

    private final ObjectMapper mapper;

    NewsApiFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "newsapi";
    }

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public List<ParsedArticle> decode(byte[] body, Optional<String> contentType) {
        JsonNode root = Json.object(mapper, body);
        if (Json.text(root, "status").equals("error")) {
            // The code is a word such as rateLimited; anything else is not for showing.
            String code = Json.text(root, "code");
            throw new FormatException("it answered with status \"error\""
                    + (code.matches("[A-Za-z0-9_-]{1,40}") ? " and code \"" + code + "\"" : ""));
        }
        List<ParsedArticle> articles = new ArrayList<>();
        for (JsonNode article : Json.array(root, "articles", name())) {
            articles.add(new ParsedArticle(
                    Json.text(article, "title"),
                    Json.text(article, "url"),
                    Dates.rfc3339(Json.text(article, "publishedAt")),
                    PlainText.ofHtml(Json.text(article, "description"))));
        }
        return articles;
    }
}
