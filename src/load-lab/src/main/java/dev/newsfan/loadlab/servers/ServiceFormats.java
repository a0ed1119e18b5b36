package dev.newsfan.loadlab.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.format.Answer;
import dev.newsfan.format.Format;
import dev.newsfan.format.ParsedArticle;
import dev.newsfan.news.Article;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats of the packaged service, without the service. There they are beans that nobody but it can make, so this does what
 * its container does: it looks for the classes that implement {@link Format}, and hands each constructor what it wants.
 */
final class ServiceFormats {

    /** What a constructor may want. */
    private static final List<Object> COLLABORATORS = List.of(new ObjectMapper(), InstantSource.system());

    private final Map<String, Format> byName;

    private ServiceFormats(Map<String, Format> byName) {
        this.byName = byName;
    }

    static ServiceFormats find() throws IOException, URISyntaxException, ReflectiveOperationException {
        String folder = Format.class.getPackageName().replace('.', '/') + "/";
        File home = new File(
                Format.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (JarFile jar = new JarFile(home)) {
            names = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .toList();
        }
        Stream.Builder<Format> formats = Stream.builder();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, Format.class.getClassLoader());
            boolean concrete = Format.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
            if (concrete && !isMadeOfOthers(type)) {
                formats.add((Format) make(type));
            }
        }
        return new ServiceFormats(formats.build().collect(Collectors.toMap(Format::name, Function.identity())));
    }

    /** Finding out a format is nothing that a stub needs, which says what it has. */
    private static boolean isMadeOfOthers(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors())
                .anyMatch(
                        constructor -> List.of(constructor.getParameterTypes()).contains(List.class));
    }

    private static Object make(Class<?> type) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            List<Object> arguments = Stream.of(constructor.getParameterTypes())
                    .flatMap(wanted -> COLLABORATORS.stream().filter(wanted::isInstance))
                    .toList();
            if (arguments.size() == constructor.getParameterCount()) {
                constructor.setAccessible(true);
                return constructor.newInstance(arguments.toArray());
            }
        }
        throw new NoSuchMethodException("Nobody here knows what the constructor of " + type.getName() + " wants");
    }

    /**
     * How a source's answer is read.
     *
     * @throws IllegalArgumentException if the service has no such format
     */
    Reader of(StubSource source) {
        Format format = byName.get(source.format());
        if (format == null) {
            throw new IllegalArgumentException(
                    "The service has no format " + source.format() + "; it has " + byName.keySet());
        }
        return (body, contentType) -> {
            List<ParsedArticle> parsed = format.decode(new Answer(body, contentType, Optional.empty()));
            List<Article> articles = parsed.stream()
                    .flatMap(article -> article.toArticle(source.name()).stream())
                    .toList();
            return new Reading(articles, parsed.size() - articles.size());
        };
    }

    /** Reads an answer. */
    interface Reader {
        Reading read(byte[] body, Optional<String> contentType);
    }

    /**
     * What an answer said.
     *
     * @param articles fit to print
     * @param dropped how many were not
     */
    record Reading(List<Article> articles, int dropped) {}
}
