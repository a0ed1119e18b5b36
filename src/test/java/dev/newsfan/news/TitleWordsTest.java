package dev.newsfan.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleWordsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            Bees on the roof            -> bees on the roof
            "Bees" - on, the: ROOF!     -> bees on the roof
            Bees, bees and more bees    -> bees and more
            Ｂｅｅｓ on the ﬁrst roof     -> bees on the first roof
            Straße in İzmir             -> strasse in i̇zmir
            1,200 trees in 2026         -> 1 200 trees in 2026
            Mayor’s bees                -> mayor s bees
            नई दिल्ली में मेट्रो                -> नई दिल्ली में मेट्रो
            港見市に新聞                  -> 港見 見市 市に に新 新聞
            """)
    void areOfLettersMarksAndDigitsInLowerCase(String title, String words) {
        assertThat(TitleWords.of(title)).containsExactlyInAnyOrder(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bees on the roof - The Guardian",
                "Bees on the roof | BBC News",
                "Bees on the roof – Süddeutsche Zeitung",
                "Bees on the roof — The Wall Street Journal",
                "Bees on the roof · Voice of America",
                "Bees on the roof - Ağrı Haber",
            })
    void doNotNameThePublisher(String title) {
        assertThat(TitleWords.of(title)).containsExactly("bees", "on", "the", "roof");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bees on the roof - live updates",
                "Bees on the roof - 3 dead",
                "Bees on the roof - Mayor asks the council for more",
                "Bees on the roof -The Guardian",
                "Bees on roof - The Guardian",
                "Bees - The Guardian",
                "Bees on the roof | ",
                "- Bees",
            })
    void areThoseBehindADashUnlessTheyNameThePublisher(String title) {
        assertThat(TitleWords.of(title))
                .containsExactlyInAnyOrder(List.of(title.toLowerCase().split("[^a-z0-9]+")).stream()
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "— ... —", "🐝🐝"})
    void areNoneOfATitleWithoutLetters(String title) {
        assertThat(TitleWords.of(title)).isEmpty();
    }

    @Test
    void areTheFirstFortyOfALongTitle() {
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            title.append("word").append(i).append(' ');
        }

        assertThat(TitleWords.of(title.toString())).hasSize(40).contains("word0", "word39");
    }
}
