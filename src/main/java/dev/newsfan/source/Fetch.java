package dev.newsfan.source;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks a source itself by its HTTP client, and reads the answer: the innermost {@link Ask}. */
final class Fetch implements Ask {

    private final UpstreamApi upstream;
    private final AnswerReader reader;
    private final ComputePool pool;

    /** @param pool where large answers are read */
    Fetch(UpstreamApi upstream, AnswerReader reader, ComputePool pool) {
        this.upstream = upstream;
        this.reader = reader;
        this.pool = pool;
    }

    @Override
    public Uni<FetchResult> ask(Question question) {
        return upstream.get(question.parameters())
                .onFailure()
                .transform(FailureReason::explain)
                .onItem()
                .transformToUni(response -> pool.run(size(response), () -> reader.read(response)));
    }

    private static int size(RestResponse<?> response) {
        // With an error the entity is something else, and nobody reads it.
        return response.getEntity() instanceof byte[] body ? body.length : 0;
    }
}
