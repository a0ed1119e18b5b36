package dev.newsfan.config;

import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Converters that take something else for what can't be read, so that the start goes on until {@link ConfigCheck} ends it and
 * tells all that is wrong. The usual ones end it at once, or take everything that they don't know for false.
 */
@SuppressWarnings("serial") // All converters are serializable, but nobody sends these anywhere.
final class ConfigValues {

    private ConfigValues() {}

    /** Reads a duration. */
    public static final class OfDuration implements Converter<Duration> {
        @Override
        public Duration convert(String value) {
            return read(Kind.DURATION, value, Duration.ofMillis(1));
        }
    }

    /** Reads a size in bytes. */
    public static final class OfSize implements Converter<Long> {
        @Override
        public Long convert(String value) {
            return read(Kind.SIZE, value, 1L);
        }
    }

    /** Reads a whole number. */
    public static final class OfNumber implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return read(Kind.NUMBER, value, 1);
        }
    }

    /** Reads true or false. */
    public static final class OfSwitch implements Converter<Boolean> {
        @Override
        public Boolean convert(String value) {
            return read(Kind.SWITCH, value, true);
        }
    }

    /** Reads the name of a client. */
    public static final class OfClient implements Converter<SourceConfig.HttpClient> {
        @Override
        public SourceConfig.HttpClient convert(String value) {
            return read(Kind.CLIENT, value, SourceConfig.HttpClient.REST);
        }
    }

    /** Null if nothing is given, as is the custom of converters. */
    @SuppressWarnings("unchecked")
    private static <T> T read(Kind kind, String value, T other) {
        return value.isEmpty() ? null : kind.read(value).map(read -> (T) read).orElse(other);
    }
}
