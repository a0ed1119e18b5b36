package dev.newsfan.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of dates: months in the languages that feeds are written in, halves of the day, and time zones. */
final class DateWords {

    /**
     * In the form that stands in a date, and in the nominative if that is another. The JDK knows them too, but a native
     * executable has only the languages that it was built with.
     */
    private static final String[] MONTHS = {
        "january januar januari janvier enero gennaio janeiro gener stycznia styczeń ledna leden ocak tammikuu ianuarie"
                + " január января январь січня січень ιανουαρίου ιανουάριος",
        "february februar februari février febrero febbraio fevereiro febrer lutego luty února únor şubat helmikuu"
                + " februarie február февраля февраль лютого лютий φεβρουαρίου φεβρουάριος",
        "march märz mars marzo março març maart marts marca marzec března březen mart maaliskuu martie március maret"
                + " марта март березня березень μαρτίου μάρτιος",
        "april avril abril aprile kwietnia kwiecień dubna duben nisan huhtikuu aprilie április апреля апрель квітня"
                + " квітень απριλίου απρίλιος",
        "may mai mayo maggio maio maig mei maj maja května květen mayıs toukokuu május мая май травня травень μαΐου"
                + " μάιος",
        "june juni juin junio giugno junho juny czerwca czerwiec června červen haziran kesäkuu iunie június июня июнь"
                + " червня червень ιουνίου ιούνιος",
        "july juli juillet julio luglio julho juliol lipca lipiec července červenec temmuz heinäkuu iulie július июля"
                + " июль липня липень ιουλίου ιούλιος",
        "august août agosto agost augustus augusti sierpnia sierpień srpna srpen ağustos elokuu augusztus agustus"
                + " августа август серпня серпень αυγούστου αύγουστος",
        "september septembre septiembre settembre setembro setembre września wrzesień září eylül syyskuu septembrie"
                + " szeptember сентября сентябрь вересня вересень σεπτεμβρίου σεπτέμβριος",
        "october oktober octobre octubre ottobre outubro października październik října říjen ekim lokakuu octombrie"
                + " október октября октябрь жовтня жовтень οκτωβρίου οκτώβριος",
        "november novembre noviembre novembro listopada listopad kasım marraskuu noiembrie ноября ноябрь листопада"
                + " листопад νοεμβρίου νοέμβριος",
        "december dezember décembre diciembre dicembre dezembro desembre desember grudnia grudzień prosince prosinec"
                + " aralık joulukuu decembrie декабря декабрь грудня грудень δεκεμβρίου δεκέμβριος",
    };

    private static final int SHORTEST = 3;
    private static final int SEVERAL = 0;
    private static final Map<String, Integer> MONTHS_BY_WORD = monthsByWord();

    private static final Set<String> FORENOON = Set.of("am", "a.m", "πμ", "π.μ", "오전", "上午", "午前");
    private static final Set<String> AFTERNOON = Set.of("pm", "p.m", "μμ", "μ.μ", "오후", "下午", "午後");

    /** In minutes. RFC 822, section 5, has the American ones; of a name with several meanings the usual one counts. */
    private static final Map<String, Integer> OFFSETS = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("Z", 0),
            Map.entry("WET", 0),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("HST", -600),
            Map.entry("AST", -240),
            Map.entry("ADT", -180),
            Map.entry("NST", -210),
            Map.entry("NDT", -150),
            Map.entry("BRT", -180),
            Map.entry("ART", -180),
            Map.entry("BST", 60),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("MET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("SAST", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("TRT", 180),
            Map.entry("IST", 330),
            Map.entry("PKT", 300),
            Map.entry("ICT", 420),
            Map.entry("WIB", 420),
            Map.entry("SGT", 480),
            Map.entry("HKT", 480),
            Map.entry("AWST", 480),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("ACST", 570),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780));

    private DateWords() {}

    /** The month that this word means, written out or shortened to three letters or more; 0 if none. */
    static int month(String word) {
        String folded = fold(word);
        return folded.length() < SHORTEST ? 0 : MONTHS_BY_WORD.getOrDefault(folded, SEVERAL);
    }

    static boolean isForenoon(String word) {
        return FORENOON.contains(fold(word));
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(fold(word));
    }

    /** The offset of the zone of this name in seconds, or the other if there is no such zone. */
    static int offset(String zone, int otherwise) {
        Integer minutes = OFFSETS.get(zone.toUpperCase(Locale.ROOT));
        return minutes == null ? otherwise : minutes * 60;
    }

    /** Every beginning of a name that has no second meaning; a whole name means itself. */
    private static Map<String, Integer> monthsByWord() {
        Map<String, Integer> months = new HashMap<>();
        Map<String, Integer> whole = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (int month = 1; month <= MONTHS.length; month++) {
            for (String name : fold(MONTHS[month - 1]).split(" ")) {
                names.add(name);
                whole.put(name, month);
                for (int length = SHORTEST; length < name.length(); length++) {
                    months.merge(name.substring(0, length), month, (one, other) -> one.equals(other) ? one : SEVERAL);
                }
            }
        }
        months.putAll(whole);
        return Map.copyOf(months);
    }

    /** In small letters, without accents. */
    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean ascii = lower.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            return lower;
        }
        StringBuilder folded = new StringBuilder();
        // Korean syllables come together again in the end.
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
