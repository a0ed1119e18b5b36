package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsQueryTest {

    private static final List<Article> ARTICLES = Stream.of("Bees in town", "Trams", "Bees at sea", "More bees")
            .map(title -> new Article(title, "https://a.example/", Optional.empty(), "", "wire"))
            .toList();

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -       | 200   | Bees in town, Trams, Bees at sea, More bees
            -       | 2     | Bees in town, Trams
            bees    | 200   | Bees in town, Bees at sea, More bees
            bees    | 2     | Bees in town, Bees at sea
            wasps   | 200   | ''
            """)
    void theWordFiltersBeforeTheLimitCounts(String word, int limit, String titles) {
        NewsQuery query = new NewsQuery(List.of("wire"), Optional.ofNullable(word), limit);

        assertThat(query.select(ARTICLES).stream().map(Article::title))
                .isEqualTo(titles.isEmpty() ? List.of() : List.of(titles.split(", ")));
    }
}
