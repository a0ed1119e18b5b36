package dev.newsfan.api;

import dev.newsfan.aggregate.Digest;
import dev.newsfan.aggregate.SourceReport;
import dev.newsfan.http.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers with a digest, or with a problem if it failed. */
final class Digests {

    static final String COMPLETE_HEADER = "News-Complete";

    private Digests() {}

    static Response respond(Digest digest) {
        Response.ResponseBuilder response = digest.failed()
                ? problem(digest).response()
                : Response.ok(digest).type(MediaType.APPLICATION_JSON_TYPE);
        digest.refusal().ifPresent(time -> response.header(HttpHeaders.RETRY_AFTER, seconds(time)));
        return response.header(COMPLETE_HEADER, digest.complete()).build();
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
}
