package dev.newsfan.source;

import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.FormatException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Locale;
import java.util.Optional;

/** Makes a result of a source's answer, if it is one. */
final class AnswerReader {

    /** A status that is a success only for who asked for a part (RFC 9110, section 15.3.7). */
    private static final int PARTIAL = 206;

    private final String source;
    private final Format format;
    private final String url;
    private final long maxSize;
    private final int maxArticles;

    /**
     * @param url what is asked, without its query, which may hold a key: links in an answer may be relative to it
     * @param maxSize the most bytes that a body may have, unpacked
     * @param maxArticles the most articles that are taken of it
     */
    AnswerReader(String source, Format format, String url, long maxSize, int maxArticles) {
        this.source = source;
        this.format = format;
        this.url = url;
        this.maxSize = maxSize;
        this.maxArticles = maxArticles;
    }

    /** How many bytes will be read, about: a packed body may hold as many as are allowed. */
    long weight(UpstreamAnswer answer) {
        return Packing.isPacked(answer) ? maxSize : answer.body().length;
    }

    /** @throws SourceException with the reason, if there is nothing that can be used */
    FetchResult read(UpstreamAnswer answer) {
        if (Family.familyOf(answer.status()) != Family.SUCCESSFUL || answer.status() == PARTIAL) {
            throw new SourceException(FailureReason.status(answer.status()));
        }
        byte[] body = Packing.unpack(answer, maxSize);
        if (body.length == 0) {
            throw new SourceException(FailureReason.empty(answer.status()));
        }
        Optional<String> contentType = answer.header(HttpHeaders.CONTENT_TYPE);
        try {
            return FetchResult.of(source, format.decode(new Answer(body, contentType, Optional.of(url))), maxArticles);
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
