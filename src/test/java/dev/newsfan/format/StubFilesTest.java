package dev.newsfan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The three sources of dev mode: what they answer is what the README and other tests count on. */
class StubFilesTest {

    record Stub(String source, String file, Format format) {

        List<Article> articles() throws IOException {
            try (InputStream body = StubFilesTest.class.getResourceAsStream("/stubs/__files/" + file)) {
                return format.decode(Formats.answer(body.readAllBytes(), null)).stream()
                        .flatMap(article -> article.toArticle(source).stream())
                        .toList();
            }
        }
    }

    static final List<Stub> STUBS = List.of(
            new Stub("world-wire", "world-wire.json", Formats.newsApi()),
            new Stub("science-feed", "science-feed.json", Formats.jsonFeed()),
            new Stub("city-herald", "city-herald.xml", Formats.feed()));

    @ParameterizedTest
    @FieldSource("STUBS")
    void eachStubDeliversTenDatedArticlesInPlainText(Stub stub) throws IOException {
        assertThat(stub.articles()).hasSize(10).allSatisfy(article -> {
            assertThat(article.publishedAt()).isPresent();
            assertThat(article.summary()).isNotBlank();
            assertThat(article.title() + article.summary()).doesNotContainPattern("<\\w|&\\w+;");
        });
    }

    @Test
    void togetherTheyTell26ArticlesAndFourOfThemTwice() throws IOException {
        List<Article> all = Stream.of(
                        STUBS.get(0).articles(),
                        STUBS.get(1).articles(),
                        STUBS.get(2).articles())
                .flatMap(List::stream)
                .toList();

        Merge merge = Merge.of(all, STUBS.stream().map(Stub::source).toList());

        assertThat(merge.articles()).hasSize(26);
        assertThat(merge.duplicates()).isEqualTo(4);
    }
}
