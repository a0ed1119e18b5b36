package dev.newsfan.source;

import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.FormatException;
import dev.newsfan.format.JsonParts;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import dev.newsfan.policy.Timing;
import dev.newsfan.upstream.Packing;
import dev.newsfan.upstream.UpstreamAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a result of a source's answer, if it is one. */
final class AnswerReader {

    /** A status that is a success only for who asked for a part (RFC 9110, section 15.3.7). */
    private static final int PARTIAL = 206;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Tells another replica how many parts an answer lacks. */
    private static final String MISSING = "newsfan-missing";

    /** More than any content type needs. */
    private static final int LONGEST_HEADER = 1000;

    private final String source;
    private final Format format;
    private final String url;
    private final long maxSize;
    private final Optional<Integer> maxArticles;
    private final Timing timing;

    /**
     * @param url what is asked, without its query, which may hold a key: links in an answer may be relative to it
     * @param maxSize the most bytes that a body may have, unpacked
     * @param maxArticles the most articles that are taken of it: the first ones, as that is the order that the source has chosen; if it
     *     is empty, the format says
     * @param timing tells what times of day in an answer mean
     */
    AnswerReader(String source, Format format, String url, long maxSize, Optional<Integer> maxArticles, Timing timing) {
        this.source = source;
        this.format = format;
        this.url = url;
        this.maxSize = maxSize;
        this.maxArticles = maxArticles;
        this.timing = timing;
    }

    /** The most bytes that a body may have. */
    long maxSize() {
        return maxSize;
    }

    /** How many bytes will be read, about: a packed body may hold as many as are allowed. */
    long weight(UpstreamAnswer answer) {
        return Packing.isPacked(answer) ? maxSize : answer.body().length;
    }

    /** What reading an answer comes to. */
    sealed interface Reading {}

    /** It has been read. */
    record Whole(SourceAnswer answer) implements Reading {}

    /** It is an index: these references, relative to its URL, have to be asked for. */
    record Index(List<String> parts) implements Reading {}

    /** What an answer holds, or is the index of; fails as {@link #read(UpstreamAnswer, Question)} does. */
    Reading open(UpstreamAnswer answer, Question question) {
        if (isNotModified(answer, question)) {
            return new Whole(read(answer, question));
        }
        return reading(answer, body(answer), whole -> {
            Format found = format.of(whole);
            List<String> parts = found.parts(whole, limit(found));
            return parts.isEmpty()
                    ? new Whole(answered(answer, question, decode(answer, whole, found)))
                    : new Index(parts);
        });
    }

    /**
     * What an answer holds.
     *
     * @param question was asked: if it knows an earlier answer, this one may say that it still holds
     * @throws SourceException with the reason, if there is nothing that can be used
     */
    SourceAnswer read(UpstreamAnswer answer, Question question) {
        return isNotModified(answer, question)
                ? question.known().get().revalidated(CacheHeaderReader.read(answer, timing.now()))
                : reading(
                        answer,
                        body(answer),
                        whole -> answered(answer, question, decode(answer, whole, format.of(whole))));
    }

    private static boolean isNotModified(UpstreamAnswer answer, Question question) {
        return answer.status() == NOT_MODIFIED && question.known().isPresent();
    }

    private SourceAnswer answered(UpstreamAnswer answer, Question question, FetchResult result) {
        return SourceAnswer.of(
                result,
                CacheHeaderReader.read(answer, timing.now()),
                Optional.of(answer).filter(asked -> question.raw()).map(AnswerReader::raw));
    }

    /** A part of an answer, as plain JSON; fails as {@link #read(UpstreamAnswer, Question)} does. */
    byte[] part(UpstreamAnswer answer) {
        return JsonParts.plain(body(answer)).orElseThrow(() -> new SourceException(FailureReason.partUnreadable()));
    }

    /** The body of a success, unpacked. */
    private byte[] body(UpstreamAnswer answer) {
        if (Family.familyOf(answer.status()) != Family.SUCCESSFUL || answer.status() == PARTIAL) {
            throw new SourceException(refusal(answer));
        }
        byte[] body = Packing.unpack(answer, maxSize);
        if (body.length == 0) {
            throw new SourceException(FailureReason.empty(answer.status()));
        }
        return body;
    }

    /** What another replica was given; its reuse is told beside it. Fails as {@link #read(UpstreamAnswer, Question)} does. */
    SourceAnswer read(RawAnswer raw) {
        return read(upstream(raw), Question.NONE);
    }

    /** As {@link #weight(UpstreamAnswer)}. */
    long weight(RawAnswer raw) {
        return weight(upstream(raw));
    }

    private static UpstreamAnswer upstream(RawAnswer raw) {
        UpstreamAnswer answer =
                new UpstreamAnswer(OK, name -> raw.headers().get(name.toLowerCase(Locale.ROOT)), raw.body());
        int missing = Integer.parseInt(raw.headers().getOrDefault(MISSING, "0"));
        return answer.header(HttpHeaders.CONTENT_LOCATION)
                .map(answer::at)
                .orElse(answer)
                .missing(missing);
    }

    private static RawAnswer raw(UpstreamAnswer answer) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING)) {
            answer.header(name)
                    .filter(value -> value.length() <= LONGEST_HEADER)
                    .ifPresent(value -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        // What the source itself says under these names is not among them.
        if (answer.missing() > 0) {
            headers.put(MISSING, String.valueOf(answer.missing()));
        }
        answer.url().ifPresent(url -> headers.put(HttpHeaders.CONTENT_LOCATION.toLowerCase(Locale.ROOT), url));
        return new RawAnswer(headers, answer.body());
    }

    private FailureReason refusal(UpstreamAnswer answer) {
        FailureReason reason = FailureReason.status(answer.status());
        return CacheHeaderReader.retryAfter(answer, timing.now())
                .map(reason::notBefore)
                .orElse(reason);
    }

    private FetchResult decode(UpstreamAnswer answer, Answer whole, Format found) {
        return Usable.of(source, found.name(), found.decode(whole), limit(found), answer.missing());
    }

    private int limit(Format found) {
        return maxArticles.orElseGet(found::limit);
    }

    private <T> T reading(UpstreamAnswer answer, byte[] body, Function<Answer, T> how) {
        Optional<String> contentType = answer.header(HttpHeaders.CONTENT_TYPE);
        Optional<String> place = answer.url().or(() -> Optional.of(url));
        try {
            return how.apply(new Answer(body, contentType, place));
        } catch (FormatException e) {
            // Many servers call a feed text/html; the type matters only where nothing can be read.
            throw new SourceException(
                    contentType
                            .map(AnswerReader::mediaType)
                            .filter(type -> !format.accepts(type))
                            .map(type -> FailureReason.contentType(type, format.name()))
                            .orElseGet(() -> FailureReason.unreadable(e.getMessage())),
                    e);
        }
    }

    /** Without parameters, in lower case; cut short, as it is the source's to choose and ours to log. */
    private static String mediaType(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}") ? type : "(unreadable)";
    }
}
