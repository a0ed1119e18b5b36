package dev.newsfan.config;

import java.time.Duration;
import java.util.Optional;
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
            return ConfigValues.read(Kind.DURATION, value, Duration.ofMillis(1));
        }
    }

    /** Reads a size in bytes. */
    public static final class OfSize implements Converter<Long> {
        @Override
        public Long convert(String value) {
            return ConfigValues.read(Kind.SIZE, value, 1L);
        }
    }

    /** Reads a whole number. */
    public static final class OfNumber implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return ConfigValues.read(Kind.NUMBER, value, 1);
        }
    }

    /** Reads true or false. */
    public static final class OfSwitch implements Converter<Boolean> {
        @Override
        public Boolean convert(String value) {
            return ConfigValues.read(Kind.SWITCH, value, true);
        }
    }

    /** Reads the name of a client. */
    public static final class OfClient implements Converter<SourceConfig.HttpClient> {
        @Override
        public SourceConfig.HttpClient convert(String value) {
            return ConfigValues.read(Kind.CLIENT, value, SourceConfig.HttpClient.REST);
        }
    }

    /** Reads how the log is written. */
    public static final class OfLogFormat implements Converter<NewsfanConfig.LogFormat> {
        @Override
        public NewsfanConfig.LogFormat convert(String value) {
            return ConfigValues.read(Kind.LOG_FORMAT, value, NewsfanConfig.LogFormat.TEXT);
        }
    }

    /** Reads where a Redis is. */
    public static final class OfRedis implements Converter<String> {
        @Override
        public String convert(String value) {
            return ConfigValues.read(Kind.REDIS, value, "redis://localhost");
        }
    }

    /** Reads what to make of a source's word. */
    public static final class OfCacheControl implements Converter<PolicyKeys.CacheControl> {
        @Override
        public PolicyKeys.CacheControl convert(String value) {
            return ConfigValues.read(Kind.CACHE_CONTROL, value, PolicyKeys.CacheControl.OBEY);
        }
    }

    /** Reads a rate. */
    public static final class OfRate implements Converter<Rate> {
        @Override
        public Rate convert(String value) {
            return value.isEmpty() ? null : Rate.read(value).orElse(new Rate(1, Duration.ofSeconds(1)));
        }
    }

    /** Reads when to ask a second time. */
    public static final class OfHedge implements Converter<HedgeAfter> {
        private static final Duration SHORTEST = Duration.ofMillis(1);
        private static final Duration LONGEST = Duration.ofMinutes(5);

        @Override
        public HedgeAfter convert(String value) {
            return value.isEmpty() ? null : read(value).orElse(HedgeAfter.time(SHORTEST));
        }

        static Optional<HedgeAfter> read(String text) {
            String written = text.strip();
            if (written.matches("p[5-9][0-9]")) {
                return Optional.of(HedgeAfter.percentile(Integer.parseInt(written.substring(1))));
            }
            return Kind.DURATION
                    .read(written)
                    .map(Duration.class::cast)
                    .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
                    .map(HedgeAfter::time);
        }
    }

    /** Reads how similar titles have to be; false is nothing. */
    public static final class OfSimilarity implements Converter<Double> {
        /** What is wanted if it is only said that it is. */
        static final double ADVISED = 0.7;

        private static final double NONE = 0;

        @Override
        public Double convert(String value) {
            return value.isEmpty()
                    ? null
                    : read(value).filter(read -> read > NONE).orElse(null);
        }

        static Optional<Double> read(String text) {
            String written = text.strip();
            return switch (written) {
                case "false" -> Optional.of(NONE);
                case "true" -> Optional.of(ADVISED);
                default ->
                    Optional.of(written)
                            .filter(number -> number.matches("0?\\.[5-9][0-9]{0,8}|1(\\.0{1,9})?"))
                            .map(Double::valueOf);
            };
        }
    }

    /** Null if nothing is given, as is the custom of converters. */
    @SuppressWarnings("unchecked")
    private static <T> T read(Kind kind, String value, T other) {
        return value.isEmpty() ? null : kind.read(value).map(read -> (T) read).orElse(other);
    }
}
