package dev.newsfan.loadlab.soak.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newsfan.loadlab.soak.Fault;
import dev.newsfan.loadlab.soak.SoakArticle;
import dev.newsfan.loadlab.soak.SoakSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds digests against what the sources give: of each source that is ok all articles of one answer, which no other digest has unless
 * a policy has kept or shared it, of all others none; and a failure that such a source has, also of one for which an older answer
 * serves. For any thread.
 */
public final class DigestCheck {

    private static final Pattern URL = Pattern.compile("https://([a-z]+)\\.example/(\\d+)/(\\d+)");

    /** Of which any source may be told: it was late, or there was no time or place left for it. */
    private static final Set<String> OF_ANY = Set.of("skipped", "timeout", "bulkhead_full");

    private static final String LATE = "no complete answer";

    private final KeptAnswers kept;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param oldest that an answer may be, in seconds; zero if each has to be of its own request */
    public DigestCheck(double oldest) {
        this.kept = new KeptAnswers(oldest);
    }

    /** What is wrong with a digest, or with a problem that carries the reports of its sources; usually nothing. */
    public List<String> problems(JsonNode digest) {
        List<String> problems = new ArrayList<>();
        List<String> names = texts(digest.path("sources"), "name");
        if (!names.equals(SoakSource.words())) {
            problems.add("its sources are " + names);
            return problems;
        }
        Map<String, List<JsonNode>> articles = StreamSupport.stream(
                        digest.path("articles").spliterator(), false)
                .collect(Collectors.groupingBy(article -> article.path("source").asText()));
        digest.path("sources").forEach(report -> {
            String name = report.path("name").asText();
            problems.addAll(of(report, articles.getOrDefault(name, List.of())));
        });
        boolean complete = StreamSupport.stream(digest.path("sources").spliterator(), false)
                .allMatch(report -> report.path("outcome").asText().equals("ok") && !KeptAnswers.isStale(report));
        if (digest.path("complete").asBoolean(false) != complete) {
            problems.add("it says complete: " + digest.path("complete"));
        }
        return problems;
    }

    private List<String> of(JsonNode report, List<JsonNode> articles) {
        String name = report.path("name").asText();
        String outcome = report.path("outcome").asText();
        List<String> problems = new ArrayList<>(kept.problems(report));
        if (outcome.equals("ok")) {
            problems.addAll(answer(name, articles, !kept.mayServeAgain(report)));
        } else if (!articles.isEmpty()) {
            problems.add(name + " is " + outcome + ", and has " + articles.size() + " articles");
        }
        boolean hasFailed = !outcome.equals("ok") || KeptAnswers.isStale(report);
        if (hasFailed && !mayFailSo(name, report)) {
            problems.add(name + " never does this: " + outcome + ", "
                    + report.path("reason").asText());
        }
        return problems;
    }

    /** A breaker tells what failed the last time. */
    private static boolean mayFailSo(String name, JsonNode report) {
        String reason = report.path("reason").asText();
        return OF_ANY.contains(report.path("outcome").asText())
                || OF_ANY.contains(report.path("code").asText())
                || report.path("code").asText().equals("circuit_open") && reason.contains(LATE)
                || faults(name).stream().anyMatch(fault -> fault.isToldBy(reason));
    }

    private static List<Fault> faults(String name) {
        return SoakSource.valueOf(name.toUpperCase(Locale.ROOT)).faults();
    }

    /** Whether these articles are those of one answer, and nobody else has had it for his own. */
    private List<String> answer(String name, List<JsonNode> articles, boolean own) {
        Set<String> answers = new HashSet<>();
        Set<Integer> indexes = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode article : articles) {
            Matcher url = URL.matcher(article.path("url").asText());
            if (!url.matches()
                    || !isWhole(article, name, Long.parseLong(url.group(2)), Integer.parseInt(url.group(3)))) {
                problems.add(name + " has never written " + article);
                continue;
            }
            answers.add(url.group(2));
            indexes.add(Integer.valueOf(url.group(3)));
        }
        if (answers.size() != 1 || indexes.size() != SoakArticle.PER_ANSWER || articles.size() != indexes.size()) {
            problems.add("%s has %d articles, of the answers %s".formatted(name, articles.size(), answers));
        }
        answers.stream()
                .filter(number -> own && !seen.add(name + " " + number))
                .forEach(number -> problems.add(name + "'s answer " + number + " was in another digest already"));
        return problems;
    }

    private static boolean isWhole(JsonNode article, String source, long answer, int index) {
        SoakArticle given = new SoakArticle(source, answer, index);
        String summary = article.path("summary").asText();
        return answer > 0
                && article.path("url").asText().equals(given.url())
                && article.path("title").asText().equals(given.title())
                && article.path("published_at")
                        .asText()
                        .equals(given.publishedAt().toString())
                && !summary.isEmpty()
                // A summary is cut after so many words, and says so by an ellipsis.
                && given.summary().startsWith(summary.replaceFirst("\\s*…$", ""));
    }

    private static List<String> texts(JsonNode array, String key) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.path(key).asText())
                .toList();
    }
}
