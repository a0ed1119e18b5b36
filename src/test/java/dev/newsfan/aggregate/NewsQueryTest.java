package dev.newsfan.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void aStoryIsWantedIfAnySourceMentionsTheWord() {
        Article first = new Article("Hives", "https://a.example/", Optional.of(Instant.EPOCH), "", "wire");
        Article second = new Article("Bees", "https://a.example/", Optional.empty(), "", "herald");
        Merge merge = Merge.of(List.of(first, second), List.of("wire", "herald"));

        assertThat(new NewsQuery(List.of("wire"), Optional.of("bees"), 5).select(merge))
                .containsExactly(
                        new Article("Bees", "https://a.example/", Optional.empty(), "", "herald", List.of("wire")));
        assertThat(new NewsQuery(List.of("wire"), Optional.empty(), 5).select(merge))
                .containsExactly(new Article(
                        "Hives", "https://a.example/", Optional.of(Instant.EPOCH), "", "wire", List.of("herald")));
    }
}
