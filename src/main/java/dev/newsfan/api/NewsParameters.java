package dev.newsfan.api;

import dev.newsfan.desk.NewsQuery;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the query parameters of the news, and is strict: a misspelt parameter that is ignored gives a wrong answer. */
final class NewsParameters {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;
    static final int LONGEST_WORD = 100;

    private static final List<String> ALLOWED = List.of("sources", "q", "limit");
    private static final int LONGEST_ECHO = 60;

    private final MultivaluedMap<String, String> parameters;

    private NewsParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @param knownSources the sources that can be asked, in their order; without {@code sources} all are */
    static NewsQuery parse(MultivaluedMap<String, String> parameters, List<String> knownSources) throws BadParameter {
        NewsParameters news = new NewsParameters(parameters);
        news.refuseUnknownAndRepeated();
        return new NewsQuery(news.sources(knownSources), news.word(), news.limit());
    }

    private void refuseUnknownAndRepeated() throws BadParameter {
        for (var parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (!ALLOWED.contains(name)) {
                throw new BadParameter(
                        echo(name),
                        "There is no parameter \"" + echo(name) + "\"; allowed: " + String.join(", ", ALLOWED) + ".");
            }
            if (parameter.getValue().size() > 1) {
                throw new BadParameter(
                        name,
                        "The parameter \"" + name + "\" is given "
                                + parameter.getValue().size() + " times; allowed: once."
                                + (name.equals("sources") ? " Separate names by commas." : ""));
            }
        }
    }

    private List<String> sources(List<String> known) throws BadParameter {
        Optional<String> given = value("sources");
        if (given.isEmpty()) {
            return known;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String name : given.get().split(",", -1)) {
            if (!known.contains(name)) {
                throw new BadParameter(
                        "sources",
                        "There is no source \"" + echo(name) + "\"; allowed: " + String.join(", ", known)
                                + ", separated by commas.");
            }
            if (!names.add(name)) {
                throw new BadParameter("sources", "The source \"" + name + "\" is named twice; allowed: once.");
            }
        }
        return new ArrayList<>(names);
    }

    private Optional<String> word() throws BadParameter {
        Optional<String> word = value("q");
        if (word.isPresent() && (word.get().isBlank() || word.get().length() > LONGEST_WORD)) {
            throw new BadParameter(
                    "q",
                    "The word \"q\" has " + word.get().strip().length() + " characters; allowed: 1 to " + LONGEST_WORD
                            + ".");
        }
        return word.map(String::strip);
    }

    private int limit() throws BadParameter {
        Optional<String> given = value("limit");
        if (given.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        // Three digits are enough for every allowed number and for no overflow.
        int limit = given.get().matches("[0-9]{1,3}") ? Integer.parseInt(given.get()) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new BadParameter(
                    "limit", "The limit is \"" + echo(given.get()) + "\"; allowed: a whole number from 1 to 200.");
        }
        return limit;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    /** What a caller sends comes back cut short and in one line. */
    private static String echo(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_ECHO ? line : line.substring(0, LONGEST_ECHO) + "…";
    }
}
