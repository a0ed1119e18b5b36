package dev.newsfan.desk;

import dev.newsfan.news.Article;
import dev.newsfan.news.Digest;
import dev.newsfan.news.SourceReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What a streamed answer is made of: each source's part as soon as it has answered, and the whole digest last. */
public sealed interface NewsPart {

    /** One source is done. Its articles are those that the caller wants, newest first; none if it failed. */
    @RegisterForReflection
    record FromSource(SourceReport report, List<Article> articles) implements NewsPart {}

    /** All are. It comes last, and says what the same request in {@code async} mode would have. */
    record Whole(Digest digest) implements NewsPart {}
}
