package dev.newsfan.loadlab.soak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoakReportTest {

    private static final Levels BEFORE = new Levels(Map.of(Level.HEAP, 40.0, Level.THREADS, 20.0, Level.FILES, 50.0));
    private static final Map<String, Long> SEEN = Map.of("complete", 5L);

    private static SoakReport report(Levels after, Map<String, Long> seen, List<String> wrong) {
        return new SoakReport("./mvnw", "2 cores", BEFORE, after, seen, Map.of("ANSWERS", 30L), wrong, wrong.size());
    }

    @Test
    void passesIfAllIsBack() {
        assertThat(report(BEFORE, SEEN, List.of()).failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void failsIfOneLevelIsAboveWhatItMayBe(Level level) {
        double most = level.most(BEFORE.of(level));

        assertThat(report(new Levels(Map.of(level, most)), SEEN, List.of()).failures())
                .isEmpty();
        assertThat(report(new Levels(Map.of(level, most + 1)), SEEN, List.of()).failures())
                .singleElement()
                .asString()
                .contains(level.words(), "after the soak", level.reason());
    }

    @Test
    void failsIfAnAnswerWasWrong() {
        assertThat(report(BEFORE, SEEN, List.of("alpha has 3 articles")).failures())
                .singleElement()
                .asString()
                .contains("1 answers were wrong", "alpha has 3 articles");
    }

    @Test
    void failsIfNothingCouldBeHeldAgainstAnything() {
        assertThat(report(BEFORE, Map.of("partial", 9L), List.of()).failures())
                .singleElement()
                .asString()
                .contains("no complete digest");
    }

    @Test
    void showsLevelsAndCounts() {
        assertThat(report(BEFORE, SEEN, List.of()).markdown())
                .contains("| threads | 20.0 | 20.0 | 26.0 |", "| complete | 5 |", "| ANSWERS | 30 |", "| wrong | 0 |");
    }
}
