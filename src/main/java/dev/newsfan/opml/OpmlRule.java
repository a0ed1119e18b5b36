package dev.newsfan.opml;

import dev.newsfan.config.ConfigRule;
import dev.newsfan.config.SourceConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Tells what is wrong with the file that is configured; of feeds in it that can't be asked, the log. */
@Singleton
final class OpmlRule implements ConfigRule {

    private static final Logger LOG = Logger.getLogger(OpmlRule.class);

    /** More than anybody reads in one line. */
    private static final int MOST_NAMES = 20;

    @Override
    public List<String> problems(Config config) {
        Optional<String> path = config.getOptionalValue(OpmlSources.KEY, String.class);
        Optional<OpmlFile> file = path.map(OpmlFile::read);
        file.filter(some -> !some.leftOut().isEmpty())
                .ifPresent(some -> LOG.warnf(
                        "%s (%s) has feeds without an http or https URL that can be asked, which are left out: %s",
                        path.get(), OpmlSources.KEY, listed(some.leftOut())));
        file.map(some -> replaced(config, some))
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> LOG.warnf(
                        "%s (%s) has feeds for which the configuration has another URL, which is asked instead: %s",
                        path.get(), OpmlSources.KEY, listed(names)));
        return file
                .flatMap(OpmlFile::problem)
                .map(problem -> OpmlSources.KEY + " is \"" + path.get() + "\": " + problem)
                .stream()
                .toList();
    }

    /** The first of them, as a file may have any number. */
    static String listed(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + ", and " + (names.size() - MOST_NAMES) + " more";
    }

    /** The sources whose feeds nobody asks, as others of the same names are configured. */
    static List<String> replaced(Config config, OpmlFile file) {
        return file.sources().entrySet().stream()
                .filter(feed -> config.getOptionalValue(SourceConfig.prefix(feed.getKey()) + ".url", String.class)
                        .filter(url -> !url.equals(feed.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
