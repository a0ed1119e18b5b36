package dev.newsfan.source;

import dev.newsfan.format.JsonParts;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SourceException;
import dev.newsfan.upstream.UpstreamAnswer;
import dev.newsfan.upstream.UpstreamCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for the parts that an index names, a few at a time, and makes one answer of them. One that can't be had is left out and
 * counted; it fails if that becomes of all. A part that doesn't come holds up the others for most of the time that is left, and not
 * for all of it.
 *
 * <p>Each part takes one of the source's connections for itself, while the call holds none, so that calls can't wait for each other
 * in a circle. All happens on one event loop.
 */
final class PartedCall {

    /** How many are asked for at the same time. */
    static final int AT_ONCE = 8;

    /** Of the time that is left, in percent: what is to be told has to be read, too. */
    private static final int PATIENCE = 80;

    private final Parts parts;
    private final Question question;
    private final UpstreamCall call;
    private final UpstreamAnswer index;
    private final List<Optional<URI>> urls;
    private final byte[][] found;
    private long bytes;
    private Optional<FailureReason> first = Optional.empty();
    private boolean forbidden;

    /**
     * One call that has come to an index.
     *
     * @param call that has come to it
     * @param references to its parts, one at least
     */
    PartedCall(Parts parts, Question question, UpstreamCall call, UpstreamAnswer index, List<String> references) {
        this.parts = parts;
        this.question = question;
        this.call = call;
        this.index = index;
        this.urls = references.stream().map(call::resolve).toList();
        this.found = new byte[urls.size()][];
    }

    /** The whole answer; fails with a {@link SourceException}. To be subscribed to once. */
    Uni<UpstreamAnswer> answer() {
        parts.memory()
                .keepOnly(new HashSet<>(urls.stream().flatMap(Optional::stream).toList()));
        Uni<Void> all = Multi.createFrom()
                .range(0, urls.size())
                .onItem()
                .transformToUni(this::part)
                .merge(AT_ONCE)
                .collect()
                .last();
        return Uni.combine().any().of(all, parts.after(patience())).map(over -> join());
    }

    private Duration patience() {
        return question.left(parts.timing()).dividedBy(100).multipliedBy(PATIENCE);
    }

    private Uni<Void> part(int number) {
        Optional<URI> url = urls.get(number);
        if (url.isEmpty()) {
            lacks(FailureReason.partElsewhere());
        }
        Optional<byte[]> kept = url.flatMap(parts.memory()::find);
        kept.ifPresent(body -> put(number, body));
        return url.isEmpty() || kept.isPresent() || forbidden
                ? Uni.createFrom().voidItem()
                : ask(url.get())
                        .invoke(body -> put(number, body))
                        .onFailure()
                        .recoverWithItem(failure -> lacks(((SourceException) failure).reason()))
                        .replaceWithVoid();
    }

    private Uni<byte[]> ask(URI url) {
        // What of the size the others have left.
        return call.further(url, Math.max(1, parts.maxSize() - bytes)).chain(answer -> parts.read(url, answer));
    }

    private void put(int number, byte[] body) {
        found[number] = body;
        bytes += body.length;
    }

    private byte[] lacks(FailureReason reason) {
        first = first.or(() -> Optional.of(reason));
        forbidden |= reason.forbidden();
        return null;
    }

    private UpstreamAnswer join() {
        List<byte[]> all = Arrays.stream(found).filter(Objects::nonNull).toList();
        if (all.isEmpty()) {
            FailureReason why = first.orElseGet(() -> FailureReason.late(patience(), false));
            throw new SourceException(why.ofAllParts());
        }
        if (bytes > parts.maxSize()) {
            // What is no answer is not worth its memory.
            parts.memory().keepOnly(List.of());
            throw new SourceException(FailureReason.tooLarge(parts.maxSize()));
        }
        return index.joined(JsonParts.array(all), urls.size() - all.size());
    }
}
