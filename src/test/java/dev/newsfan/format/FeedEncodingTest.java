package dev.newsfan.format;

import static dev.newsfan.format.Formats.rss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which encoding feeds are, whatever they say. */
class FeedEncodingTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ISO-8859-1,     -,                              UTF-8,          Île – 新聞
            windows-1252,   -,                              UTF-8,          Île – 新聞
            -,              text/xml; charset=iso-8859-1,   UTF-8,          Île – 新聞
            GB2312,         -,                              UTF-8,          Île – 新聞
            utf-16,         -,                              UTF-8,          Île – 新聞
            UTF-16LE,       application/xml;charset=utf-16, UTF-8,          Île – 新聞
            KLINGON,        -,                              UTF-8,          Île – 新聞
            -,              text/xml; charset=k l i n g,    UTF-8,          Île – 新聞
            KLINGON,        -,                              windows-1252,   Île – “so”
            -,              -,                              windows-1252,   Île – “so”
            UTF-8,          -,                              windows-1252,   Île – “so”
            ISO-8859-1,     -,                              windows-1252,   Île – “so”
            us-ascii,       -,                              windows-1252,   Île – “so”
            utf-8,          application/xml;charset=utf-8,  windows-1252,   Île – “so”
            windows-1251,   -,                              windows-1251,   Новости
            KOI8-R,         -,                              KOI8-R,         Новости
            -,              text/xml; charset='koi8-r',     KOI8-R,         Новости
            GB2312,         -,                              GB18030,        新聞 – 镕
            Shift_JIS,      -,                              windows-31j,    ニュース①
            EUC-JP,         -,                              EUC-JP,         ニュース
            iso-2022-jp,    -,                              ISO-2022-JP,    ニュース
            EUC-KR,         -,                              x-windows-949,  뉴스 똠
            """)
    void areWhatDecodesRatherThanWhatIsDeclared(String declared, String contentType, Charset charset, String title) {
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] xml = (declaration + rss("<item><title>" + title + "</title></item>")).getBytes(charset);

        assertThat(Formats.feed().decode(Formats.answer(xml, contentType)))
                .extracting(ParsedArticle::title)
                .containsExactly(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void needNoByteOrderMarkInTheWideEncodings(Charset charset) {
        byte[] xml = rss("<item><title>Île – 新聞</title></item>").getBytes(charset);

        assertThat(Formats.feed().decode(Formats.answer(xml, null)))
                .extracting(ParsedArticle::title)
                .containsExactly("Île – 新聞");
    }

    @Test
    void mayBeOfTwoEncodings() {
        byte[] xml = rss("<item><title>Île – é</title></item>").getBytes(UTF_8);
        byte[] mixed = new String(xml, Charset.forName("windows-1252"))
                .replace("Ã©", "\u00e9")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Formats.feed().decode(Formats.answer(mixed, null)))
                .extracting(ParsedArticle::title)
                .containsExactly("Île – é");
    }
}
