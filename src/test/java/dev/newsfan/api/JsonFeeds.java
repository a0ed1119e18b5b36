package dev.newsfan.api;

/** JSON Feeds for sources to answer with. */
final class JsonFeeds {

    private JsonFeeds() {}

    /** A feed of these items. */
    static String of(String... items) {
        return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [%s]}"
                .formatted(String.join(",", items));
    }

    /** An item with the least that an article needs, and a date. */
    static String item(String title, String url, String date) {
        return "{\"id\": \"1\", \"title\": \"%s\", \"url\": \"%s\", \"date_published\": \"%s\"}"
                .formatted(title, url, date);
    }
}
