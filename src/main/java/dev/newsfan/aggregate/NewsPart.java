package dev.newsfan.aggregate;

import dev.newsfan.news.Article;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What a streamed answer is made of: a part for each source as soon as it has answered, and the whole digest last. */
public sealed interface NewsPart {

    /**
     * One source is done.
     *
     * @param report of this source
     * @param articles those that the caller wants, newest first: this source's, or all so far, merged
     */
    @RegisterForReflection
    record FromSource(SourceReport report, List<Article> articles) implements NewsPart {}

    /** All are. It comes last, and says what the same request in {@code async} mode would have. */
    record Whole(Digest digest) implements NewsPart {}
}
