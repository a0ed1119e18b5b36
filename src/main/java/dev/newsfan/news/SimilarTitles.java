package dev.newsfan.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds articles that tell the same story by their titles: the measure is Jaccard's, the number of {@linkplain TitleWords words} that two
 * titles share, divided by the number of those that either has.
 *
 * <p>Each article tells the story of the first one before it that is similar enough, and that isn't told of another one itself:
 * stories are stars around their first article, as chains of similar titles would lead from one story to another. What is similar
 * enough, {@link Title} says.
 *
 * <p>Which articles are compared: the words of all titles are ranked, rare ones first, and two sets of words that are similar share
 * one of their first few, so many as the similarity leaves room for (prefix filtering; Bayardo, Ma and Srikant, "Scaling up all pairs
 * similarity search", WWW 2007). Those of the first articles lie in an index, by date. Rare words lead to few, so this takes a time
 * linear in the number of articles, but for the sorting. Who makes up titles of the same few words can't make it take longer: each
 * article is compared to {@value #MOST_COMPARED} others at most, in the order of its words' rank and then of their dates. If there are
 * more, stories may be told twice, those that are written in such words alone.
 */
final class SimilarTitles {

    private static final int MOST_COMPARED = 100;

    private final double threshold;

    /** @param threshold how similar titles are that tell the same, above 0 and at most 1 */
    SimilarTitles(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Whose story each article tells: the position of an earlier article, or its own.
     *
     * @param articles sorted by which stays, undated last
     */
    int[] firsts(List<Article> articles) {
        List<Title> titles = titles(articles);
        Map<Integer, List<Integer>> index = new HashMap<>();
        int[] firsts = new int[titles.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = first(i, titles, index);
            if (firsts[i] == i) {
                Title title = titles.get(i);
                for (int word = 0; word < title.prefix(threshold); word++) {
                    index.computeIfAbsent(title.word(word), _ -> new ArrayList<>(2))
                            .add(i);
                }
            }
        }
        return firsts;
    }

    /** The first one that tells the same; they are found in their order under each word, but not under all together. */
    private int first(int article, List<Title> titles, Map<Integer, List<Integer>> index) {
        Title title = titles.get(article);
        int first = article;
        int left = MOST_COMPARED;
        for (int word = 0; word < title.prefix(threshold) && left > 0; word++) {
            List<Integer> others = index.getOrDefault(title.word(word), List.of());
            int other = firstInReach(title, others, titles);
            while (other < others.size() && left > 0 && others.get(other) < first) {
                left--;
                if (title.tellsTheSameAs(titles.get(others.get(other)), threshold)) {
                    first = others.get(other);
                }
                other++;
            }
        }
        return first;
    }

    /** The first that isn't too old, by bisection. */
    private static int firstInReach(Title title, List<Integer> others, List<Title> titles) {
        int low = 0;
        int high = others.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (title.reaches(titles.get(others.get(middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static List<Title> titles(List<Article> articles) {
        List<Set<String>> words =
                articles.stream().map(article -> TitleWords.of(article.title())).toList();
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(title -> title.forEach(word -> counts.merge(word, 1, Integer::sum)));
        List<String> ranked = counts.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(counts::get).thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Integer> ranks = HashMap.newHashMap(ranked.size());
        ranked.forEach(word -> ranks.put(word, ranks.size()));
        List<Title> titles = new ArrayList<>(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i);
            int[] own = words.get(i).stream().mapToInt(ranks::get).sorted().toArray();
            titles.add(new Title(own, article.publishedAt(), article.source()));
        }
        return titles;
    }
}
