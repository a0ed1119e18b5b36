package dev.newsfan.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a service in another process writes to its log file. */
final class LogFile implements WarningLog {

    /** What has to stand in its configuration. */
    static final Map<String, String> CONFIG = Map.of("quarkus.log.file.format", "%p %s%e%n");

    private static final Pattern WARNING = Pattern.compile("^(WARN|ERROR) (.*)");

    private final Path file;
    private final long start;

    private LogFile(Path file) throws IOException {
        this.file = file;
        this.start = Files.exists(file) ? Files.size(file) : 0;
    }

    /** From now on. */
    static LogFile ofWarnings() {
        try {
            return new LogFile(Path.of(ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> lines() {
        try {
            byte[] all = Files.readAllBytes(file);
            return new String(all, (int) start, all.length - (int) start, StandardCharsets.UTF_8)
                    .lines()
                    .map(WARNING::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
