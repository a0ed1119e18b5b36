package dev.newsfan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.news.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Entries can be read whatever articles hold. */
class AtomEntriesPropertiesTest {

    @Provide
    Arbitrary<List<Article>> articles() {
        Arbitrary<String> titles = Arbitraries.strings().all().ofMinLength(1).filter(title -> !title.isBlank());
        Arbitrary<String> fragments = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<Optional<Instant>> dates = Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .map(Instant::ofEpochSecond)
                .optional();
        Arbitrary<String> summaries = Arbitraries.strings().all();
        return Combinators.combine(titles, fragments, dates, summaries)
                .as((title, fragment, date, summary) ->
                        new Article(title, "https://a.example/#" + fragment, date, summary, "wire"))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 100)
    void areWellFormedAndAllThere(@ForAll("articles") List<Article> articles) throws Exception {
        AtomDocument feed = new AtomDocument(document(articles));

        assertThat(feed.entries()).hasSameSizeAs(articles);
        assertThat(feed.texts("entry/id")).hasSameSizeAs(articles);
        assertThat(feed.texts("entry/title")).hasSameSizeAs(articles).noneMatch(String::isEmpty);
    }

    private static byte[] document(List<Article> articles) throws IOException {
        String entries = new String(new AtomEntries().write(articles, new ObjectMapper()), StandardCharsets.UTF_8);
        return ("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + entries + "</feed>").getBytes(StandardCharsets.UTF_8);
    }
}
