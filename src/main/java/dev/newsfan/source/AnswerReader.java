package dev.newsfan.source;

import dev.newsfan.format.Format;
import dev.newsfan.format.FormatException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Locale;
import java.util.Optional;

/** Makes a result of a source's answer, if it is one. */
final class AnswerReader {

    private final String source;
    private final Format format;
    private final long maxSize;
    /** Sources seldom say another one than the last time. */
    private volatile String acceptedBefore;

    /** @param maxSize the most bytes that a body may have, unpacked */
    AnswerReader(String source, Format format, long maxSize) {
        this.source = source;
        this.format = format;
        this.maxSize = maxSize;
    }

    /** How many bytes will be read, about: a packed body may hold as many as are allowed. */
    long weight(UpstreamAnswer answer) {
        return Packing.isPacked(answer) ? maxSize : answer.body().length;
    }

    /** @throws SourceException with the reason, if there is nothing that can be used */
    FetchResult read(UpstreamAnswer answer) {
        if (Family.familyOf(answer.status()) != Family.SUCCESSFUL) {
            throw new SourceException(FailureReason.status(answer.status()));
        }
        byte[] body = Packing.unpack(answer, maxSize);
        if (body.length == 0) {
            throw new SourceException(FailureReason.empty(answer.status()));
        }
        Optional<String> contentType = answer.header(HttpHeaders.CONTENT_TYPE);
        contentType.ifPresent(this::accept);
        return decode(body, contentType);
    }

    private void accept(String contentType) {
        if (contentType.equals(acceptedBefore)) {
            return;
        }
        String type = mediaType(contentType);
        if (!format.accepts(type)) {
            throw new SourceException(FailureReason.contentType(type, format.name()));
        }
        acceptedBefore = contentType;
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
