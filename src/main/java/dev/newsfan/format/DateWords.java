package dev.newsfan.format;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of dates: months in the languages that feeds are written in, days of the week, halves of the day. */
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
        "march märz mrz mrt mars marzo março març maart marts marca marzec března březen mart maaliskuu martie március maret"
                + " марта март березня березень μαρτίου μάρτιος",
        "april avril abril aprile kwietnia kwiecień dubna duben nisan huhtikuu aprilie április апреля апрель квітня"
                + " квітень απριλίου απρίλιος",
        "may mai mayo maggio maio maig mei maj maja května květen mayıs toukokuu május мая май травня травень μαΐου"
                + " μάιος",
        "june juni juin junio giugno junho juny czerwca czerwiec června červen haziran kesäkuu iunie június июня июнь"
                + " червня червень ιουνίου ιούνιος",
        "july juli juillet julio luglio julho juliol lipca lipiec července červenec temmuz heinäkuu iulie július июля"
                + " июль липня липень ιουλίου ιούλιος",
        "august août agosto agost agt augustus augusti sierpnia sierpień srpna srpen ağustos elokuu augusztus agustus"
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

    /** The English ones that every feed may have, whatever else begins so: in Finnish, "mar" could also be November. */
    private static final String SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

    private static final int SHORTEST = 3;
    private static final int SEVERAL = 0;
    private static final Map<String, Integer> MONTHS_BY_WORD = monthsByWord();

    private static final Set<String> FORENOON = Set.of("am", "a.m", "πμ", "π.μ", "오전", "上午", "午前");
    private static final Set<String> AFTERNOON = Set.of("pm", "p.m", "μμ", "μ.μ", "오후", "下午", "午後");

    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

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

    /** The day of the week that an English word begins with, 1 for Monday; 0 if none. */
    static int weekday(String word) {
        return word.length() < SHORTEST ? 0 : WEEKDAYS.indexOf(fold(word.substring(0, SHORTEST))) + 1;
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
        List<String> usual = List.of(SHORT_MONTHS.split(" "));
        usual.forEach(name -> months.put(name, usual.indexOf(name) + 1));
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
