package dev.newsfan.news;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The articles of all sources as one list, one article per story: those with the same {@linkplain CanonicalUrl canonical URL} tell the
 * same, and, if wanted, those with {@linkplain SimilarTitles similar titles}.
 *
 * <p>Of those that tell the same the earliest published stays, ties go to the source that comes first; an article without a date counts
 * as the latest. The one that stays names the other sources ({@link Article#alsoIn()}). The list is sorted by date of publication,
 * newest first and undated last, then by source, then by title. It depends on what the sources say and on their order alone, not on
 * who answered first.
 */
public final class Merge {

    private final SourceOrder order;
    private final List<Story> stories;

    private Merge(SourceOrder order, List<Story> stories) {
        this.order = order;
        this.stories = stories;
    }

    /**
     * Merges by URL alone.
     *
     * @param articles of all sources, in any order
     * @param sourceOrder the names of the sources, first come first; a source that isn't in it comes last
     */
    public static Merge of(List<Article> articles, List<String> sourceOrder) {
        return of(articles, sourceOrder, Optional.empty());
    }

    /**
     * Merges.
     *
     * @param articles of all sources, in any order
     * @param sourceOrder the names of the sources, first come first; a source that isn't in it comes last
     * @param similarTitles how similar titles are that tell the same, above 0 and at most 1; empty if titles don't count
     */
    public static Merge of(List<Article> articles, List<String> sourceOrder, Optional<Double> similarTitles) {
        SourceOrder order = new SourceOrder(sourceOrder);
        // Keys that can be compared: sources choose them, and may choose such whose hashes are all the same.
        Map<String, List<Article>> byUrl = HashMap.newHashMap(articles.size());
        for (Article article : articles) {
            String url = CanonicalUrl.of(article.url()).orElseThrow().value();
            byUrl.computeIfAbsent(url, _ -> new ArrayList<>(1)).add(article);
        }
        List<Story> stories = stories(byUrl, order);
        return new Merge(
                order,
                similarTitles
                        .map(similarity -> joined(stories, similarity, order))
                        .orElse(stories));
    }

    private static List<Story> joined(List<Story> stories, double similarity, SourceOrder order) {
        List<Story> inOrder = stories.stream()
                .sorted(Comparator.comparing(Story::first, order.firstStays()))
                .toList();
        int[] told = new SimilarTitles(similarity)
                .firsts(inOrder.stream().map(Story::first).toList());
        Map<Integer, List<Article>> tellings = HashMap.newHashMap(inOrder.size());
        for (int i = 0; i < told.length; i++) {
            tellings.computeIfAbsent(told[i], _ -> new ArrayList<>(1))
                    .addAll(inOrder.get(i).tellings());
        }
        return stories(tellings, order);
    }

    private static List<Story> stories(Map<?, List<Article>> tellings, SourceOrder order) {
        return tellings.values().stream().map(same -> Story.of(same, order)).toList();
    }

    /** One of each story, in their order. */
    public List<Article> articles() {
        return sorted(stories.stream().map(story -> story.told(order)));
    }

    /**
     * One of each story in which a word is mentioned by any of its sources, in their order: the first of those articles that do, in the
     * order of which stays. So a word leads to articles that mention it, and to all stories that it leads to in any source.
     */
    public List<Article> mentioning(String word) {
        return sorted(stories.stream().flatMap(story -> story.mentioning(word, order).stream()));
    }

    private List<Article> sorted(Stream<Article> articles) {
        return articles.sorted(order.newestFirst()).toList();
    }

    /** How many articles gave way to another that tells the same. */
    public int duplicates() {
        return stories.stream().mapToInt(story -> story.tellings().size() - 1).sum();
    }

    /** Newest first and undated last, then by source, then by title, and by URL where even that is the same. */
    public static Comparator<Article> newestFirst(List<String> sourceOrder) {
        return new SourceOrder(sourceOrder).newestFirst();
    }
}
