package dev.newsfan.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service logs while a test looks. */
public final class LogLines extends Handler implements WarningLog {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
        logger.addHandler(this);
    }

    /** Warnings and errors of the service and of its libraries, but not of the stubs. */
    public static LogLines ofWarnings() {
        return new LogLines(Logger.getLogger(""));
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        boolean wanted = line.getLevel().intValue() >= Level.WARNING.intValue()
                && !line.getLoggerName().startsWith("io.quarkiverse.wiremock");
        if (!wanted) {
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
