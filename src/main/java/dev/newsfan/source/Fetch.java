package dev.newsfan.source;

import io.smallrye.mutiny.Uni;

/** Asks a source itself by its HTTP client, and reads the answer: the innermost {@link Ask}. */
final class Fetch implements Ask {

    private final UpstreamClient upstream;
    private final AnswerReader reader;
    private final ComputePool pool;

    /** @param pool where large answers are read */
    Fetch(UpstreamClient upstream, AnswerReader reader, ComputePool pool) {
        this.upstream = upstream;
        this.reader = reader;
        this.pool = pool;
    }

    @Override
    public Uni<FetchResult> ask(Question question) {
        return upstream.get(question)
                .onFailure()
                .transform(FailureReason::explain)
                .onItem()
                .transformToUni(answer -> pool.run(reader.weight(answer), () -> reader.read(answer)));
    }
}
