package dev.newsfan.source;

import dev.newsfan.news.Article;
import dev.newsfan.news.Delivery;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes articles of a source's answer, if it is one. */
final class AnswerReader {

    private final String source;
    private final Format format;

    AnswerReader(String source, Format format) {
        this.source = source;
        this.format = format;
    }

    /** @throws SourceException with the reason, if there is nothing that can be used */
    Delivery read(RestResponse<byte[]> response) {
        if (response.getStatusInfo().getFamily() != Family.SUCCESSFUL) {
            throw new SourceException(statusReason(response.getStatus()));
        }
        byte[] body = response.getEntity();
        if (body == null || body.length == 0) {
            throw new SourceException("its answer is empty (status " + response.getStatus() + ")");
        }
        Optional<String> contentType = Optional.ofNullable(response.getHeaderString(HttpHeaders.CONTENT_TYPE));
        contentType
                .map(AnswerReader::mediaType)
                .filter(type -> !format.accepts(type))
                .ifPresent(type -> {
                    throw new SourceException("its answer has the content type " + type + ", which the format "
                            + format.name() + " never has");
                });
        List<Draft> drafts = format.decode(body, contentType);
        List<Article> articles = drafts.stream()
                .flatMap(draft -> draft.toArticle(source).stream())
                .toList();
        return new Delivery(articles, drafts.size() - articles.size());
    }

    private static String statusReason(int status) {
        String answered = "it answered with status " + status;
        return switch (Family.familyOf(status)) {
            case REDIRECTION -> answered + ", a redirect, which is not followed: configure the new address";
            case CLIENT_ERROR ->
                answered
                        + (status == 401 || status == 403
                                ? ": the API key is missing, wrong or not allowed to ask this"
                                : status == 429 ? ": it has been asked too often" : "");
            case SUCCESSFUL, INFORMATIONAL, SERVER_ERROR, OTHER -> answered;
        };
    }

    /** Without parameters, in lower case; cut short, as it is the source's to choose and ours to log. */
    private static String mediaType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}") ? type : "(unreadable)";
    }
}
