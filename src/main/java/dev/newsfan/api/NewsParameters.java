package dev.newsfan.api;

import dev.newsfan.desk.NewsQuery;
import dev.newsfan.fanout.Mode;
import dev.newsfan.http.BadParameter;
import dev.newsfan.http.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the query parameters of the news and of a race. */
final class NewsParameters {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;
    static final int LONGEST_WORD = 100;

    private final Parameters parameters;

    private NewsParameters(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @param knownSources the sources that can be asked, in their order; without {@code sources} all are */
    static NewsQuery news(MultivaluedMap<String, String> given, List<String> knownSources) throws BadParameter {
        NewsParameters news = new NewsParameters(Parameters.of(given, "sources", "q", "limit"));
        List<String> sources = news.parameters.names("sources", "source", knownSources);
        return new NewsQuery(sources, news.word(), news.parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** What a race asks for: all articles of the sources, as many as the largest answer has. */
    static NewsQuery race(MultivaluedMap<String, String> given, List<String> knownSources) throws BadParameter {
        Parameters race = Parameters.of(given, "modes", "sources");
        return new NewsQuery(race.names("sources", "source", knownSources), Optional.empty(), MAX_LIMIT);
    }

    /** The modes of a race, in the order of {@link Mode}; without {@code modes} all. */
    static List<Mode> modes(MultivaluedMap<String, String> given) throws BadParameter {
        List<String> known = Arrays.stream(Mode.values()).map(Mode::word).toList();
        List<String> wanted = Parameters.of(given, "modes", "sources").names("modes", "mode", known);
        return Arrays.stream(Mode.values())
                .filter(mode -> wanted.contains(mode.word()))
                .toList();
    }

    private Optional<String> word() throws BadParameter {
        Optional<String> word = parameters.value("q");
        if (word.isPresent() && (word.get().isBlank() || word.get().length() > LONGEST_WORD)) {
            throw new BadParameter(
                    "q",
                    "The word \"q\" has " + word.get().strip().length() + " characters; allowed: 1 to " + LONGEST_WORD
                            + ".");
        }
        return word.map(String::strip);
    }
}
