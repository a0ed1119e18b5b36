package dev.newsfan.api;

import dev.newsfan.aggregate.WrittenArticles;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The digest as a JSON Feed (jsonfeed.org/version/1.1), around items that are written already.
 *
 * @param version which version of the format it is
 * @param title what was asked for, in words
 * @param homePageUrl the page for people
 * @param feedUrl where it was asked for
 * @param items as {@link JsonFeedItems} writes them
 */
@RegisterForReflection
record JsonFeed(String version, String title, String homePageUrl, String feedUrl, WrittenArticles items) {

    static final String MEDIA_TYPE = "application/feed+json";

    static JsonFeed of(FeedHead head, WrittenArticles items) {
        return new JsonFeed("https://jsonfeed.org/version/1.1", head.title(), head.home(), head.self(), items);
    }
}
