package dev.newsfan.source;

import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.FormatException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes a result of a source's answer, if it is one. */
final class AnswerReader {

    private final String source;
    private final Format format;
    private final String url;

    /** @param url what is asked: links in an answer may be relative to it */
    AnswerReader(String source, Format format, String url) {
        this.source = source;
        this.format = format;
        this.url = url;
    }

    /** @throws SourceException with the reason, if there is nothing that can be used */
    FetchResult read(RestResponse<byte[]> response) {
        if (response.getStatusInfo().getFamily() != Family.SUCCESSFUL) {
            throw new SourceException(FailureReason.status(response.getStatus()));
        }
        byte[] body = response.getEntity();
        if (body == null || body.length == 0) {
            throw new SourceException(FailureReason.empty(response.getStatus()));
        }
        Optional<String> contentType = Optional.ofNullable(response.getHeaderString(HttpHeaders.CONTENT_TYPE));
        try {
            return FetchResult.of(source, format.decode(new Answer(body, contentType, Optional.of(url))));
        } catch (FormatException e) {
            // Many servers call a feed text/html; the type matters only where nothing can be read.
            throw new SourceException(
                    contentType
                            .map(AnswerReader::mediaType)
                            .filter(type -> !format.accepts(type))
                            .map(type -> FailureReason.contentType(type, format.name()))
                            .orElse(e.getMessage()),
                    e);
        }
    }

    /** Without parameters, in lower case; cut short, as it is the source's to choose and ours to log. */
    private static String mediaType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}") ? type : "(unreadable)";
    }
}
