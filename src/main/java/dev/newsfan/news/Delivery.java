package dev.newsfan.news;

import java.util.List;

/**
 * What one source has delivered.
 *
 * @param articles those that are fit to print, in the source's order
 * @param dropped how many were not: no title, or no http(s) URL
 */
public record Delivery(List<Article> articles, int dropped) {

    /** Nothing at all. */
    public static final Delivery NONE = new Delivery(List.of(), 0);

    public Delivery {
        articles = List.copyOf(articles);
        if (dropped < 0) {
            throw new IllegalArgumentException("dropped can't be " + dropped);
        }
    }
}
