package dev.newsfan.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** Readers of configuration values that say what is allowed, where the usual ones guess or say only that it is wrong. */
public final class ConfigValues {

    private ConfigValues() {}

    /** Reads a duration, such as {@code 500ms}, {@code 10s} or {@code PT1M30S}. */
    public static final class OfDuration implements Converter<Duration> {
        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return read(value, new DurationConverter()::convert, "a duration such as 500ms, 10s, 2m or PT1M30S");
        }
    }

    /** Reads a size, such as {@code 500K} or {@code 2M}. */
    public static final class OfSize implements Converter<MemorySize> {
        private static final long serialVersionUID = 1L;

        @Override
        public MemorySize convert(String value) {
            return read(value, new MemorySizeConverter()::convert, "a number of bytes, or one with K or M such as 2M");
        }
    }

    /** Reads a whole number. */
    public static final class OfNumber implements Converter<Integer> {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer convert(String value) {
            return read(value, Integer::valueOf, "a whole number");
        }
    }

    /** Reads true or false; the usual reader takes everything that it doesn't know for false. */
    public static final class OfSwitch implements Converter<Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean convert(String value) {
            return switch (value.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("(allowed: true or false)");
            };
        }
    }

    private static <T> T read(String value, Function<String, T> reader, String allowed) {
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("(allowed: " + allowed + ")", e);
        }
    }
}
