package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.LoadLabException;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Makes sure that all who are compared do the same job, by an answer of each. */
public final class JobCheck {

    private static final Pattern URL = Pattern.compile("\"url\"\\s*:");

    private long articles = -1;

    /**
     * Looks at an answer.
     *
     * @param who gave it, for people
     * @throws LoadLabException if it is no complete digest, or one of other articles than those before
     */
    public void check(String who, HttpResponse<String> answer) {
        boolean complete =
                !answer.headers().firstValue("News-Complete").orElse("true").equals("false");
        if (answer.statusCode() != 200 || !complete) {
            throw new LoadLabException(
                    "%s does not do its job; it answered %d: %s".formatted(who, answer.statusCode(), answer.body()));
        }
        long found = URL.matcher(answer.body()).results().count();
        if (articles >= 0 && found != articles) {
            throw new LoadLabException("%s does another job than the others: it found %d articles, not %d"
                    .formatted(who, found, articles));
        }
        articles = found;
    }
}
