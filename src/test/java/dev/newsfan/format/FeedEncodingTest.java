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
            ks_c_5601-1987, -,                              x-windows-949,  뉴스 똠
            x-sjis,         -,                              windows-31j,    ニュース①
            cp932,          -,                              windows-31j,    ニュース①
            x-gbk,          -,                              GB18030,        新聞 – 镕
            gb_2312-80,     -,                              GB18030,        新聞 – 镕
            big5,           -,                              Big5,           新聞
            -,              text/xml; charset=BIG5,         Big5,           新聞
            win-1251,       -,                              windows-1251,   Новости
            x-cp1251,       -,                              windows-1251,   Новости
            koi8-ru,        -,                              KOI8-U,         Новини
            ISO_8859-5,     -,                              ISO-8859-5,     Новости
            iso88592,       -,                              ISO-8859-2,     Żółć
            windows-1250,   -,                              windows-1250,   Żółć
            ISO-8859-7,     -,                              ISO-8859-7,     Νέα
            iso-8859-8-i,   -,                              ISO-8859-8,     חדשות
            windows-1256,   -,                              windows-1256,   أخبار
            TIS-620,        -,                              x-windows-874,  ข่าว
            latin-1,        -,                              windows-1252,   Île – “so”
            iso8859-15,     -,                              ISO-8859-15,    Île €
            x-mac-roman,    -,                              x-MacRoman,     Île – “so”
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

    @ParameterizedTest
    @CsvSource(textBlock = """
            GBK,            新聞，新聞，新聞，新聞，新聞，新聞
            EUC-JP,         ニュース、ニュース、ニュース、ニュース
            windows-1252,   éé ÉÉ éé ÉÉ éé ÉÉ éé ÉÉ éé ÉÉ éé ÉÉ é
            """)
    void staysTheOneDeclaredIfACharacterIsCutInTwo(Charset charset, String text) {
        String xml = "<?xml version='1.0' encoding='" + charset + "'?>"
                + rss("<item><title>" + text + "</title>" + "<description>#</description></item>");

        assertThat(Formats.feed().decode(Formats.answer(withByte(xml.getBytes(charset), 0xc3), null)))
                .extracting(ParsedArticle::title)
                .containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1251", "GBK", "KLINGON"})
    void isUtf8AlsoIfACharacterOfThatIsCutInTwo(String declared) {
        String xml = "<?xml version='1.0' encoding='" + declared + "'?>"
                + rss("<item><title>Île – 新聞，新聞，新聞，新聞</title><description>#</description></item>");

        assertThat(Formats.feed().decode(Formats.answer(withByte(xml.getBytes(UTF_8), 0xc3), null)))
                .extracting(ParsedArticle::title)
                .containsExactly("Île – 新聞，新聞，新聞，新聞");
    }

    /** With this byte, half a character, in place of the number sign. */
    private static byte[] withByte(byte[] xml, int half) {
        byte[] broken = xml.clone();
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == '#' ? (byte) half : broken[i];
        }
        return broken;
    }
}
