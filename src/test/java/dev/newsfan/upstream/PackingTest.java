package dev.newsfan.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {

    private static final byte[] TEXT = "the news of the day".repeat(100).getBytes(UTF_8);

    private static UpstreamAnswer answer(String encoding, byte[] body) {
        return new UpstreamAnswer(200, name -> name.equals("Content-Encoding") ? encoding : null, body);
    }

    private static byte[] packed(String how, byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (how) {
                    case "gzip" -> new GZIPOutputStream(packed);
                    case "zlib" -> new DeflaterOutputStream(packed);
                    default -> new DeflaterOutputStream(packed, new Deflater(9, true));
                }) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "GZIP, gzip", "x-gzip, gzip", "deflate, zlib", "deflate, raw", "' deflate', zlib"})
    void unpacksWhatItAskedFor(String encoding, String how) throws IOException {
        assertThat(Packing.unpack(answer(encoding, packed(how, TEXT)), TEXT.length))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", " ", ""})
    void leavesWhatIsNotPacked(String encoding) {
        assertThat(Packing.unpack(answer(encoding, TEXT), 10)).isSameAs(TEXT);
        assertThat(Packing.unpack(answer(null, TEXT), 10)).isSameAs(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "raw"})
    void stopsAtTheLimit(String how) throws IOException {
        byte[] bomb = packed(how, new byte[50_000_000]);
        String encoding = how.equals("gzip") ? "gzip" : "deflate";

        assertThatThrownBy(() -> Packing.unpack(answer(encoding, bomb), 2048))
                .hasMessage("its answer is larger than 2 KB (max-size)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "compress"})
    void refusesWhatItHasNotAskedFor(String encoding) {
        assertThatThrownBy(() -> Packing.unpack(answer(encoding, TEXT), 2048))
                .hasMessage("its answer is packed in a way that it was not asked for; allowed: gzip, deflate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void saysOfAnythingElseThatItCannotBeUnpacked(String encoding) throws IOException {
        byte[] whole = packed(encoding.equals("gzip") ? "gzip" : "zlib", TEXT);

        assertThatThrownBy(() -> Packing.unpack(answer(encoding, TEXT), 2048))
                .hasMessage("its answer can't be unpacked, or was cut off");
        assertThatThrownBy(() -> Packing.unpack(answer(encoding, Arrays.copyOf(whole, whole.length / 2)), 2048))
                .hasMessage("its answer can't be unpacked, or was cut off");
    }

    @Test
    void membersWithoutEndAreNotUnpacked() throws IOException {
        byte[] empty = packed("gzip", new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            members.write(empty);
        }

        assertThatThrownBy(() -> Packing.unpack(answer("gzip", members.toByteArray()), 2048))
                .hasMessage("its answer can't be unpacked, or was cut off");
    }

    @Test
    void anEmptyBodyIsEmpty() {
        assertThat(Packing.unpack(answer("gzip", new byte[0]), 2048)).isEmpty();
    }
}
