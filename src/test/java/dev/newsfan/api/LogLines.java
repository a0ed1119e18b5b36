package dev.newsfan.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service logs while a test looks. */
public final class LogLines extends Handler implements WarningLog {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Predicate<LogRecord> wanted;

    private LogLines(Logger logger, Predicate<LogRecord> wanted) {
        this.logger = logger;
        this.wanted = wanted;
        logger.addHandler(this);
    }

    /** Warnings and errors of the service and of its libraries, but not of the stubs. */
    public static LogLines ofWarnings() {
        return new LogLines(
                Logger.getLogger(""),
                line -> line.getLevel().intValue() >= Level.WARNING.intValue()
                        && !line.getLoggerName().startsWith("io.quarkiverse.wiremock"));
    }

    /** All that is logged below a name. */
    public static LogLines of(String name) {
        Logger logger = Logger.getLogger(name);
        return new LogLines(logger, line -> true);
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (!wanted.test(line)) {
            return;
        }
        String text = new PatternFormatter("%s").formatMessage(line);
        lines.add(line.getThrown() == null ? text : text + "\n" + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
