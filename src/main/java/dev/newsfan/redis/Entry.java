package dev.newsfan.redis;

import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedAnswer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How answers and refusals are written in Redis: what is said of a body in one sealed piece, and the body as it came. */
final class Entry {

    private static final long NOT_SAID = -1;

    private Entry() {}

    /** All but the body. */
    static byte[] head(SharedAnswer answer) {
        return Sealed.seal(head -> {
            RawAnswer raw = answer.raw();
            head.writeInt(Sealed.checksum(raw.body()));
            head.writeInt(raw.body().length);
            head.writeInt(raw.headers().size());
            for (Map.Entry<String, String> header : raw.headers().entrySet()) {
                head.writeUTF(header.getKey());
                head.writeUTF(header.getValue());
            }
            write(head, answer.headers());
        });
    }

    private static void write(DataOutputStream head, CacheHeaders headers) throws IOException {
        head.writeLong(headers.lifetime().map(Duration::toMillis).orElse(NOT_SAID));
        head.writeBoolean(headers.noCache());
        head.writeBoolean(headers.noStore());
        head.writeUTF(headers.etag().orElse(""));
        head.writeUTF(headers.lastModified().orElse(""));
    }

    /** The whole, unless it isn't what was written. */
    static Optional<SharedAnswer> answer(String id, byte[] head, byte[] body, Duration age) {
        return Sealed.open(head, content -> {
                    boolean same = content.readInt() == Sealed.checksum(body) & content.readInt() == body.length;
                    Map<String, String> headers = new HashMap<>();
                    for (int left = content.readInt(); left > 0; left--) {
                        headers.put(content.readUTF(), content.readUTF());
                    }
                    var answer = new SharedAnswer(id, new RawAnswer(headers, body), cacheHeaders(content), age);
                    return Optional.of(answer).filter(_ -> same);
                })
                .flatMap(answer -> answer);
    }

    private static CacheHeaders cacheHeaders(DataInputStream content) throws IOException {
        long lifetime = content.readLong();
        return new CacheHeaders(
                Optional.of(lifetime).filter(said -> said != NOT_SAID).map(Duration::ofMillis),
                content.readBoolean(),
                content.readBoolean(),
                Optional.of(content.readUTF()).filter(etag -> !etag.isEmpty()),
                Optional.of(content.readUTF()).filter(date -> !date.isEmpty()));
    }

    /** Why a source isn't to be asked. */
    static byte[] refusal(FailureReason reason) {
        return Sealed.seal(content -> {
            content.writeUTF(reason.code());
            content.writeUTF(reason.words());
        });
    }

    /** That reason with the time that is left, unless it isn't what was written. */
    static Optional<FailureReason> refusal(byte[] sealed, Duration left) {
        return Sealed.open(
                sealed,
                content -> new FailureReason(content.readUTF(), content.readUTF(), Optional.empty(), Optional.empty())
                        .backedOff(left));
    }
}
