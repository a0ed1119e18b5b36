package dev.newsfan.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FailureReason;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Duration AGE = Duration.ofSeconds(7);
    private final byte[] body = "news".getBytes(UTF_8);
    private final SharedAnswer answer =
            new SharedAnswer("a", new RawAnswer(Map.of("content-type", "text/xml"), body), CacheHeaders.NONE, AGE);
    private final byte[] head = Entry.head(answer);

    @Test
    void isReadAsItWasWritten() {
        SharedAnswer read = Entry.answer("a", head, body, AGE).orElseThrow();

        assertThat(read.headers()).isEqualTo(CacheHeaders.NONE);
        assertThat(read.raw().headers()).isEqualTo(answer.raw().headers());
        assertThat(read.age()).isEqualTo(AGE);
    }

    @Test
    void isNothingIfAnyByteIsAnother() {
        byte[] refusal = Entry.refusal(FailureReason.status(429));
        for (byte[] whole : new byte[][] {head, body, refusal}) {
            IntStream.range(0, whole.length).forEach(at -> {
                whole[at] ^= 4;
                boolean isRead = Entry.answer("a", head, body, AGE).isPresent()
                        && Entry.refusal(refusal, AGE).isPresent();
                assertThat(isRead).as("byte %d", at).isFalse();
                whole[at] ^= 4;
            });
        }
        assertThat(Entry.answer("a", head, body, AGE)).isPresent();
        assertThat(Entry.refusal(refusal, AGE)).isPresent();
    }

    @Test
    void isNothingIfItIsCutOff() {
        IntStream.range(0, head.length)
                .forEach(length -> assertThat(Entry.answer("a", Arrays.copyOf(head, length), body, AGE))
                        .isEqualTo(Optional.empty()));
    }
}
