package dev.newsfan.opml;

import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.FormatException;
import dev.newsfan.format.Opml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an OPML file says of sources.
 *
 * @param sources the URL of each, by its name, in the order of the file
 * @param leftOut what is told of feeds that can't be asked, by their titles
 * @param problem why nothing can be made of the file, if so
 */
record OpmlFile(Map<String, String> sources, List<String> leftOut, Optional<String> problem) {

    /** The most feeds: each request asks them all. */
    static final int MOST_FEEDS = 1000;

    /** The largest file, in bytes. */
    static final int LARGEST = 10_000_000;

    private static final int LONGEST_TITLE = 60;

    private static OpmlFile unusable(String problem) {
        return new OpmlFile(Map.of(), List.of(), Optional.of(problem));
    }

    /**
     * Reads a file.
     *
     * @param path as it is configured: relative to the folder where the service was started
     */
    static OpmlFile read(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            byte[] content = file.readNBytes(LARGEST + 1);
            return content.length > LARGEST ? unusable("it is larger than 10 MB") : of(Opml.read(content));
        } catch (NoSuchFileException e) {
            return unusable(
                    "there is no such file (a relative path begins in the folder where the service is started)");
        } catch (IOException | InvalidPathException e) {
            return unusable("it can't be read (" + e.getClass().getSimpleName() + ")");
        } catch (FormatException e) {
            return unusable(e.getMessage());
        }
    }

    private static String called(String title) {
        if (title.isEmpty() || SourceNames.isUrl(title)) {
            return "one without a title";
        }
        return '"' + (title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title) + '"';
    }

    private static OpmlFile of(List<Opml.Feed> feeds) {
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        Set<String> urls = new HashSet<>();
        SourceNames names = new SourceNames();
        for (Opml.Feed feed : feeds) {
            String url =
                    feed.url().replaceFirst("(?i)^feed:(//)?(?=https?:)", "").replaceFirst("(?i)^feed:", "http:");
            if (!SourceConfig.canBeAsked(url)) {
                leftOut.add(called(feed.title()));
            } else if (urls.add(url)) {
                // Beyond that only their number counts.
                if (sources.size() < MOST_FEEDS) {
                    sources.put(names.next(feed.title(), url), url);
                }
            }
        }
        if (sources.isEmpty()) {
            return unusable("there is no feed in it: no outline has an xmlUrl with an http or https URL");
        }
        return urls.size() > MOST_FEEDS
                ? unusable("it has " + urls.size() + " feeds; allowed: up to " + MOST_FEEDS)
                : new OpmlFile(sources, leftOut, Optional.empty());
    }
}
