package dev.newsfan.api;

import dev.newsfan.aggregate.Digest;
import dev.newsfan.aggregate.SourceReport;
import dev.newsfan.http.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers with a digest, or with a problem if it failed. */
final class Digests {

    static final String COMPLETE_HEADER = "News-Complete";

    private Digests() {}

    static Response respond(Digest digest) {
        Response.ResponseBuilder response = digest.failed()
                ? problem(digest).response()
                : Response.ok(digest).type(MediaType.APPLICATION_JSON_TYPE);
        return response.header(COMPLETE_HEADER, digest.complete()).build();
    }

    /** 504 if time was all that lacked, otherwise 502 (RFC 9110, sections 15.6.5 and 15.6.3). */
    static Problem problem(Digest digest) {
        String failed = digest.sources().stream().map(SourceReport::name).collect(Collectors.joining(", "));
        return digest.timedOut()
                ? Problem.of(504, "No source answered in time: " + failed + ".", sources(digest))
                : Problem.of(502, "No source gave an answer that could be used: " + failed + ".", sources(digest));
    }

    private static Map<String, Object> sources(Digest digest) {
        return Map.of("sources", digest.sources());
    }
}
