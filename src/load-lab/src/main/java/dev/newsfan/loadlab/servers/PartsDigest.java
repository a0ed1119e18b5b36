package dev.newsfan.loadlab.servers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.newsfan.fanout.Budget;
import dev.newsfan.fanout.Outcome;
import dev.newsfan.fanout.Reply;
import dev.newsfan.loadlab.servers.ServiceFormats.Reading;
import dev.newsfan.news.Article;
import dev.newsfan.news.Merge;
import java.time.Duration;
import java.util.List;

/** The digest of the parts server, written by Jackson as the service's is. Times in seconds. */
record PartsDigest(
        String mode,
        double totalTime,
        boolean complete,
        int duplicates,
        List<SourceLine> sources,
        List<Article> articles) {

    /** What became of a source. */
    record SourceLine(
            String name, String outcome, int articles, int dropped, double started, double elapsed, String thread) {

        static SourceLine of(Reply<Reading> reply) {
            Reading reading = reading(reply);
            return new SourceLine(
                    reply.name(),
                    reply.outcome().kind().word(),
                    reading.articles().size(),
                    reading.dropped(),
                    seconds(reply.started()),
                    seconds(reply.elapsed()),
                    reply.thread());
        }
    }

    /** What is said of an article only if there is something to say. */
    private interface WrittenArticle {
        @JsonInclude(Include.NON_EMPTY)
        List<String> alsoIn();
    }

    private static final Reading NOTHING = new Reading(List.of(), 0);
    private static final int MOST_ARTICLES = 50;

    private static final ObjectWriter WRITER = JsonMapper.builder()
            // Those for dates and for what may be absent are in the package; the lab has none.
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addMixIn(Article.class, WrittenArticle.class)
            .build()
            .writerFor(PartsDigest.class);

    static PartsDigest of(List<Reply<Reading>> replies, Budget budget, List<String> sourceOrder) {
        List<Article> all = replies.stream()
                .flatMap(reply -> reading(reply).articles().stream())
                .toList();
        Merge merge = Merge.of(all, sourceOrder);
        return new PartsDigest(
                "parts",
                seconds(budget.spent()),
                replies.stream().allMatch(reply -> reply.outcome().kind() == Outcome.Kind.OK),
                merge.duplicates(),
                replies.stream().map(SourceLine::of).toList(),
                merge.articles().stream().limit(MOST_ARTICLES).toList());
    }

    byte[] json() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reading reading(Reply<Reading> reply) {
        return reply.outcome() instanceof Outcome.Ok<Reading>(var reading) ? reading : NOTHING;
    }

    private static double seconds(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1000.0;
    }
}
