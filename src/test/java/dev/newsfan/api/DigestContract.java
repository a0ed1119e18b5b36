package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;
import static dev.newsfan.http.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a digest holds, when all is well. */
interface DigestContract extends ModeUnderTest {

    @Test
    default void hasTheFieldsOfTheContract() {
        Response answer = get("sources", DevSource.ALL);

        JsonPath digest = json(answer, 200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("News-Complete")).isEqualTo("true");
        assertThat(digest.getMap("").keySet())
                .extracting(Object::toString)
                .containsExactly("mode", "total_time", "complete", "duplicates", "sources", "articles");
        assertThat(digest.getMap("sources[0]").keySet())
                .extracting(Object::toString)
                .containsExactly("name", "outcome", "articles", "dropped", "started", "elapsed", "thread");
        assertThat(digest.getMap("articles[0]").keySet())
                .extracting(Object::toString)
                .containsExactly("title", "url", "published_at", "summary", "source");
        assertThat(answer.asString()).containsPattern("\"total_time\":\\d+\\.\\d{1,3},");
        assertThat(digest.getString("articles[0].published_at")).isEqualTo("2026-11-20T05:45:00Z");
    }

    @Test
    default void mergesTheSourcesInTheirOrder() {
        JsonPath digest = json(get("sources", "city-herald,world-wire,science-feed"), 200);

        assertThat(digest.getString("mode")).isEqualTo(mode());
        assertThat(digest.getBoolean("complete")).isTrue();
        assertThat(digest.getInt("duplicates")).isEqualTo(4);
        assertThat(digest.getList("articles")).hasSize(26);
        assertThat(digest.getList("sources.name")).containsExactly("world-wire", "science-feed", "city-herald");
        assertThat(digest.getList("sources.outcome")).containsOnly("ok");
        assertThat(digest.getList("sources.articles")).containsOnly(10);
        assertThat(digest.getList("sources.thread", String.class))
                .allSatisfy(thread -> assertThat(thread).matches(threads()));
    }

    @Test
    default void tellsAStoryOnceAndWhichOtherSourcesHaveIt() {
        JsonPath digest = json(get("sources", DevSource.ALL), 200);

        assertThat(digest.getList("articles.findAll { it.also_in != null }.source"))
                .containsExactly("science-feed", "city-herald", "science-feed", "world-wire");
        assertThat(digest.getList("articles.also_in.findAll { it != null }", List.class))
                .containsExactly(
                        List.of("world-wire"), List.of("world-wire"), List.of("city-herald"), List.of("city-herald"));
    }

    @Test
    default void tellsOnceWhatSourcesCallNearlyTheSame() {
        raw().answerFeed(
                        item(
                                "Seed bank revives barley variety last grown in the 1890s | Raw News",
                                "https://raw.example/barley",
                                "2026-11-20T02:00:00Z"),
                        item("Seed bank revives an apple", "https://raw.example/apple", "2026-11-20T01:00:00Z"));

        JsonPath digest = json(get("sources", "science-feed,raw"), 200);

        assertThat(digest.getInt("duplicates")).isEqualTo(1);
        assertThat(digest.getList("articles.findAll { it.title.contains('eed bank') }.also_in"))
                .containsExactlyInAnyOrder(List.of("raw"), null);
    }

    @Test
    default void dropsAndCountsWhatIsNotFitToPrintAndIgnoresUnknownFields() {
        raw().answerFeed(
                        item("Good", "https://raw.example/good", "2026-11-20T01:00:00Z"),
                        item("No date", "https://raw.example/undated", "some day"),
                        item("User", "https://bank.example@raw.example/", "2026-11-20T01:00:00Z"),
                        item("Script", "javascript:alert(1)", "2026-11-20T01:00:00Z"),
                        "{\"id\": 7, \"unknown\": {\"deep\": [1]}}");

        JsonPath digest = json(get("sources", "raw"), 200);

        assertThat(digest.getBoolean("complete")).isTrue();
        assertThat(digest.getInt("sources[0].articles")).isEqualTo(2);
        assertThat(digest.getInt("sources[0].dropped")).isEqualTo(3);
        assertThat(digest.getList("articles.title")).containsExactly("Good", "No date");
        assertThat(digest.getString("articles[1].published_at")).isNull();
    }

    @Test
    @Tag(PATIENCE)
    default void isTheSameWhoeverAnswersFirst() {
        List<Object> usual = json(get("sources", DevSource.ALL), 200).getList("articles");
        for (DevSource slow : List.of(DevSource.WORLD_WIRE, DevSource.CITY_HERALD)) {
            wireMock().register(slow.answering(slow.articles().withFixedDelay(150)));

            assertThat(json(get("sources", DevSource.ALL), 200).getList("articles"))
                    .isEqualTo(usual);
        }
    }
}
