package dev.newsfan.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the JSON of all news APIs has in common: a list of articles, whose fields have another name in each. */
abstract class JsonFormat implements Format {

    private final String list;
    private final Set<String> fields;
    private final Dates dates;

    /**
     * For one API.
     *
     * @param list the name of its list of articles, or {@link Json#ALL}
     * @param fields what is read of the answer and of each article
     */
    JsonFormat(String list, Set<String> fields, InstantSource clock) {
        this.list = list;
        this.fields = fields;
        this.dates = new Dates(clock);
    }

    /** What one entry of the list says; an empty map is one that is no object. */
    abstract ParsedArticle article(Map<String, String> item);

    /** @throws FormatException if the answer admits that it is an error */
    void refuseErrors(Json json) {}

    @Override
    public boolean accepts(String mediaType) {
        return Json.isJson(mediaType);
    }

    @Override
    public String accept() {
        return "application/json, */*;q=0.1";
    }

    @Override
    public List<ParsedArticle> decode(Answer answer) {
        Json json = Json.read(answer, list, fields);
        refuseErrors(json);
        List<ParsedArticle> articles = new ArrayList<>();
        for (Map<String, String> item : json.items(name(), list)) {
            articles.add(article(item));
        }
        return articles;
    }

    Optional<Instant> date(String text) {
        return dates.read(text);
    }

    /** A date in seconds since 1970, as all others: empty if it can't be read, or be believed. */
    Optional<Instant> unixDate(String seconds) {
        if (seconds.isEmpty()) {
            // An exception for each article of a list that holds none would take long.
            return Optional.empty();
        }
        try {
            return dates.read(Instant.ofEpochSecond(Long.parseLong(seconds)).toString());
        } catch (NumberFormatException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A title that is plain text, though it may have passed through HTML and kept its references. */
    static String plain(String title) {
        return CharacterReferences.resolve(title);
    }

    /**
     * Why an answer is refused that admits to be an error.
     *
     * @param how in which words
     * @param code is told if it is a word such as rateLimited; anything else is not for showing
     */
    static FormatException admitted(String how, String code) {
        return new FormatException(
                "it answered with " + how + (code.matches("[A-Za-z0-9._-]{1,40}") ? " and code \"" + code + "\"" : ""));
    }
}
