package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.newsfan.aggregate.Digest;
import dev.newsfan.aggregate.Explanation;
import dev.newsfan.aggregate.Reuse;
import dev.newsfan.aggregate.SourceReport;
import dev.newsfan.http.IfNoneMatch;
import dev.newsfan.http.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers with a digest, with word that the caller has it already, or with a problem if it failed. */
final class Digests {

    static final String COMPLETE_HEADER = "News-Complete";

    private Digests() {}

    /**
     * What a digest is sent as.
     *
     * @param name tells its tags from those of other forms; empty for the digest itself
     * @param type of the body
     * @param body makes it of the digest
     */
    record Form(String name, MediaType type, Function<Digest, Object> body) {

        private static final Form DIGEST = new Form("", MediaType.APPLICATION_JSON_TYPE, digest -> digest);

        /** A weak one, as times and threads differ from answer to answer (RFC 9110, section 8.8.1). */
        String tag(Digest digest) {
            return "W/\"" + digest.version() + (name.isEmpty() ? "" : "-" + name) + '"';
        }
    }

    /** @param known what the caller has already: he isn't sent the same again */
    static Response respond(Digest digest, IfNoneMatch known) {
        return respond(digest, Form.DIGEST, known);
    }

    /** The same in another form; a problem has but one. */
    static Response respond(Digest digest, Form form, IfNoneMatch known) {
        return headed(digest, digest.failed() ? problem(digest).response() : news(digest, form, known));
    }

    /** The same with where the time of this very request went: it is of use to this caller alone, and only once. */
    static Response respond(Digest digest, Explanation explain) {
        return headed(
                digest,
                digest.failed()
                        ? problem(digest).with(Explanations.PARAMETER, explain).response()
                        : Response.ok(new ExplainedDigest(digest, explain)));
    }

    private static Response headed(Digest digest, Response.ResponseBuilder response) {
        digest.refusal().ifPresent(time -> response.header(HttpHeaders.RETRY_AFTER, seconds(time)));
        return response.header(COMPLETE_HEADER, digest.complete()).build();
    }

    private static Response.ResponseBuilder news(Digest digest, Form form, IfNoneMatch known) {
        String tag = form.tag(digest);
        Response.ResponseBuilder response = known.names(tag)
                ? Response.status(Response.Status.NOT_MODIFIED)
                : Response.ok(form.body().apply(digest)).type(form.type());
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl(digest.reuse()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    /** In whole seconds (RFC 9111, section 5.2.2.1, and RFC 5861, section 3), never more than there are. */
    private static String cacheControl(Reuse reuse) {
        String fresh = "max-age=" + reuse.freshFor().toSeconds();
        long stale = reuse.staleFor().toSeconds();
        return stale == 0 ? fresh : fresh + ", stale-while-revalidate=" + stale;
    }

    /**
     * 503 if it would be in vain to ask the sources again at once, 504 if time was all that lacked, otherwise 502 (RFC 9110,
     * sections 15.6.4, 15.6.5 and 15.6.3).
     */
    static Problem problem(Digest digest) {
        String failed = digest.sources().stream().map(SourceReport::name).collect(Collectors.joining(", "));
        Optional<Duration> refusal = digest.refusal();
        if (refusal.isPresent()) {
            return Problem.of(
                    503,
                    "No source may be asked at the moment: %s; try again in %d s."
                            .formatted(failed, seconds(refusal.get())),
                    sources(digest));
        }
        return digest.timedOut()
                ? Problem.of(504, "No source answered in time: " + failed + ".", sources(digest))
                : Problem.of(502, "No source gave an answer that could be used: " + failed + ".", sources(digest));
    }

    /** Rounded up, so that who waits so long doesn't come too early. */
    private static long seconds(Duration time) {
        return Math.max(1, Math.ceilDiv(time.toMillis(), 1000));
    }

    private static Map<String, Object> sources(Digest digest) {
        return Map.of("sources", digest.sources());
    }

    @RegisterForReflection
    private record ExplainedDigest(@JsonUnwrapped Digest digest, Explanation explain) {}
}
