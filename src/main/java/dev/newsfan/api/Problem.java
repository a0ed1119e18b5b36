package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.newsfan.news.SourceReport;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * An error, as RFC 9457 writes it. The type is {@code about:blank}: the status says it all (section 4.2.1).
 *
 * @param type always {@code about:blank}
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong with this request, for people
 * @param parameter the query parameter that is wrong, if one is
 * @param sources what became of each source, if they were asked
 */
@JsonInclude(Include.NON_EMPTY)
record Problem(
        String type, String title, int status, String detail, Optional<String> parameter, List<SourceReport> sources) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return of(status, detail, Optional.empty(), List.of());
    }

    static Problem of(BadParameter bad) {
        return of(400, bad.getMessage(), Optional.of(bad.parameter()), List.of());
    }

    /** None of the sources is ok. */
    static Problem of(int status, String detail, List<SourceReport> sources) {
        return of(status, detail, Optional.empty(), sources);
    }

    private static Problem of(int status, String detail, Optional<String> parameter, List<SourceReport> sources) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Status " + status : known.getReasonPhrase();
        return new Problem("about:blank", title, status, detail, parameter, sources);
    }

    /** A response with this problem, to which headers can be added. */
    Response.ResponseBuilder response() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
    }
}
