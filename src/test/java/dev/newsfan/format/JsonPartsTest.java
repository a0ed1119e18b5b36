package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1,{\"b\":null}]}", "null", "\"\u00e9\"", "1.50", "[]"})
    void aValueStaysAsItIs(String json) {
        assertThat(JsonParts.plain(json.getBytes(UTF_8)))
                .hasValueSatisfying(plain -> assertThat(plain).asString(UTF_8).isEqualTo(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "[1], 2", "<html>", "[1", "nul"})
    void whatIsNoValueIsLeftOut(String json) {
        assertThat(JsonParts.plain(json.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void howItIsWrittenDoesNotMatter() {
        assertThat(JsonParts.plain(" {\"a\" : \"\u00e9\"} ".getBytes(UTF_16LE)))
                .hasValueSatisfying(plain -> assertThat(plain).asString(UTF_8).isEqualTo("{\"a\":\"\u00e9\"}"));
    }

    @Test
    void whatNestsWithoutEndIsLeftOut() {
        assertThat(JsonParts.plain("[".repeat(100_000).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void valuesBecomeAnArray() {
        assertThat(JsonParts.array(List.of(new byte[] {'1'}, new byte[] {'2'})))
                .asString(UTF_8)
                .isEqualTo("[1,2]");
        assertThat(JsonParts.array(List.of())).asString(UTF_8).isEqualTo("[]");
    }
}
