package dev.newsfan.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is meant by the name of an encoding: often not quite what it says (encoding.spec.whatwg.org, section 4.2). */
final class EncodingName {

    /** The same with more characters. */
    private static final Map<String, String> MEANT = Map.of(
            "US-ASCII", "windows-1252",
            "ISO-8859-1", "windows-1252",
            "ISO-8859-9", "windows-1254",
            "TIS-620", "x-windows-874",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949",
            "Big5", "x-MS950-HKSCS",
            "GB2312", "GB18030",
            "GBK", "GB18030");

    /** Names that occur and that Java doesn't know, or takes for something that nobody means; without what follows. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("cp932", "windows-31j"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("ksc56011989", "x-windows-949"),
            Map.entry("chinese", "GB18030"),
            Map.entry("csgb2312", "GB18030"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb231280", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cnbig5", "x-MS950-HKSCS"),
            Map.entry("koi", "KOI8-R"),
            Map.entry("koi8ru", "KOI8-U"),
            Map.entry("iso88598i", "ISO-8859-8"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("maccyrillic", "x-MacCyrillic"),
            Map.entry("dos874", "x-windows-874"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("ansi", "windows-1252"));

    private static final String DECLARATION = "<?xml version='1.0'?>";

    private EncodingName() {}

    /** The encoding whose name the text begins with, in quotes or not, if there is one that keeps ASCII as it is. */
    static Optional<Charset> leading(String text) {
        int start = 0;
        while (start < text.length() && !isOfName(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return meant(text.substring(start, end)).filter(EncodingName::keepsAscii);
    }

    private static boolean keepsAscii(Charset charset) {
        String read = new String(DECLARATION.getBytes(US_ASCII), charset);
        return read.equals(DECLARATION) && !charset.name().startsWith("UTF-");
    }

    private static boolean isOfName(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-_:.+".indexOf(c) >= 0);
    }

    private static Optional<Charset> meant(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^(x-)+", "").replaceAll("[^a-z0-9]", "");
        String alias = ALIASES.get(bare);
        return (alias == null ? known(name) : known(alias))
                .or(() -> known(bare.replaceFirst("^(win|windows|cp|ansi)(?=\\d)", "windows-")))
                .or(() -> known(bare.replaceFirst("^iso8859(?=\\d)", "ISO-8859-")))
                .flatMap(charset -> known(MEANT.getOrDefault(charset.name(), charset.name())));
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
