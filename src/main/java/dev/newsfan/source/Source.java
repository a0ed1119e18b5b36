package dev.newsfan.source;

import dev.newsfan.news.Article;
import dev.newsfan.news.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** One upstream news API or feed, ready to be asked. */
public final class Source {

    /**
     * How many calls one HTTP/2 connection carries at a time. The peer decides; it should not allow fewer (RFC 9113,
     * section 6.5.2).
     */
    public static final int STREAMS_PER_CONNECTION = 100;

    private final String name;
    private final SourceConfig config;
    private final Format format;
    private final int connections;
    private final UpstreamApi upstream;

    /**
     * A source with a pool of connections of its own.
     *
     * @param config checked before
     * @param format the one that the configuration names
     * @param callsAtOnce how many calls its pool must carry if its configuration doesn't say how many connections
     */
    public Source(String name, SourceConfig config, Format format, int callsAtOnce) {
        this.name = name;
        this.config = config;
        this.format = format;
        this.connections = config.connections().orElseGet(() -> Math.ceilDiv(callsAtOnce, callsPerConnection()));
        this.upstream = UpstreamClient.of(config, connections);
    }

    public String name() {
        return name;
    }

    /** The longest that a call may take. */
    public Duration timeout() {
        return config.timeout();
    }

    /** The most connections to this source. */
    public int connections() {
        return connections;
    }

    /** How many calls a connection carries at a time. */
    public int callsPerConnection() {
        return config.http2() ? STREAMS_PER_CONNECTION : 1;
    }

    /**
     * Asks the source, anew with each subscription. Cancelling it ends the call. No deadline is kept here but the
     * caller's.
     *
     * @return emits the articles, or fails with a {@link SourceException} whose message is the reason
     */
    public Uni<Delivery> ask() {
        return upstream.get().map(this::decode).onFailure().transform(TransportFailure::explain);
    }

    private Delivery decode(RestResponse<byte[]> response) {
        if (response.getStatusInfo().getFamily() != Family.SUCCESSFUL) {
            throw new SourceException(statusReason(response.getStatus()));
        }
        byte[] body = response.getEntity();
        if (body == null || body.length == 0) {
            throw new SourceException("its answer is empty (status " + response.getStatus() + ")");
        }
        Optional<String> contentType = Optional.ofNullable(response.getHeaderString(HttpHeaders.CONTENT_TYPE));
        contentType.map(Source::mediaType).filter(type -> !format.accepts(type)).ifPresent(type -> {
            throw new SourceException(
                    "its answer has the content type " + type + ", which the format " + format.name() + " never has");
        });
        List<Draft> drafts = format.decode(body, contentType);
        List<Article> articles =
                drafts.stream().flatMap(draft -> draft.toArticle(name).stream()).toList();
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
