package dev.newsfan.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A key of the configuration, as a method of a mapping declares it.
 *
 * @param name with {@value #NAME} for each name that the user gives, such as that of a source
 * @param names how those are written
 */
record ConfigKey(String name, List<Kind> names, Method method) {

    static final String NAME = "NAME";

    /** All that there are. */
    static final List<ConfigKey> ALL = Stream.of(NewsfanConfig.class, LabConfig.class)
            .flatMap(mapping ->
                    in(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), List.of()))
            .toList();

    private static Stream<ConfigKey> in(Class<?> mapping, String prefix, List<Kind> names) {
        return Stream.of(mapping.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(method -> new ConfigKey(prefix + "." + StringUtil.skewer(method.getName()), names, method))
                .flatMap(key -> key.with(key.method.getAnnotatedReturnType()));
    }

    /** The keys of which this is the beginning, by what type its value is. */
    private Stream<ConfigKey> with(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType container)) {
            return type.getType() instanceof Class<?> plain && plain.isInterface()
                    ? in(plain, name, names)
                    : Stream.of(this);
        }
        AnnotatedType[] parts = container.getAnnotatedActualTypeArguments();
        if (parts.length == 1) {
            return with(parts[0]);
        }
        Stream<Kind> another = Stream.of(parts[0].getAnnotation(Allowed.class).value());
        return new ConfigKey(
                        name + "." + NAME,
                        Stream.concat(names.stream(), another).toList(),
                        method)
                .with(parts[1]);
    }

    Allowed allowed() {
        return method.getAnnotation(Allowed.class);
    }

    /** Whether its value is several, separated by commas or numbered. */
    boolean isList() {
        return method.getReturnType() == List.class;
    }

    /** Compares it with how it may be written; the names that the user gives are the groups. */
    Matcher matcher(String written) {
        String regex = name.replace(".", "\\.").replaceFirst(NAME + "$", "(.+)").replace(NAME, "(\"[^\"]+\"|[^.\"]+)");
        return Pattern.compile(isList() ? regex + "(?:\\[\\d+])?" : regex).matcher(written);
    }

    /** How it can be written if these are the sources; a header or parameter is called {@value #NAME} then. */
    Stream<String> spellings(Set<String> sources) {
        return names.isEmpty()
                ? Stream.of(name)
                : sources.stream().map(source -> name.replaceFirst(NAME, Matcher.quoteReplacement(source)));
    }

    /** The environment variable that stands for a key (MicroProfile Config, "Environment Variables Mapping Rules"). */
    static String asVariable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
