package dev.newsfan.source;

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

    AnswerReader(String source, Format format) {
        this.source = source;
        this.format = format;
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
        contentType
                .map(AnswerReader::mediaType)
                .filter(type -> !format.accepts(type))
                .ifPresent(type -> {
                    throw new SourceException(FailureReason.contentType(type, format.name()));
                });
        return decode(body, contentType);
    }

    private FetchResult decode(byte[] body, Optional<String> contentType) {
        try {
            return FetchResult.of(source, format.decode(body, contentType));
        } catch (FormatException e) {
            throw new SourceException(e.getMessage(), e);
        }
    }

    /** Without parameters, in lower case; cut short, as it is the source's to choose and ours to log. */
    private static String mediaType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}") ? type : "(unreadable)";
    }
}
