package dev.newsfan.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.common.annotation.CheckReturnValue;
import io.smallrye.mutiny.Uni;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jctools.queues.MpscArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package as somebody has it who copies it, with what the README says to do with it. */
class FanoutAloneTest {

    private static final Path ROOMS = Path.of("src/main/java/dev/newsfan");

    /** Mutiny, and what Mutiny itself needs. */
    private static final List<URL> LIBRARIES = Stream.of(Uni.class, CheckReturnValue.class, MpscArrayQueue.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toList();

    private static final Pattern EXAMPLE = Pattern.compile(
            "^## Make it yours$.*?(?:^```java\n(.*?)^```$|^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    /** What the example takes for granted. */
    private static final String SHOP = """
            import dev.newsfan.fanout.*;
            import io.smallrye.mutiny.Uni;
            import java.time.Duration;
            import java.util.List;
            import java.util.concurrent.Callable;
            import java.util.concurrent.Executors;
            import java.util.stream.Stream;

            public class Shop implements Callable<List<String>> {

                record Price(String of, int cents) {}

                interface Alpha {
                    Uni<Price> price(String of);
                }

                interface Beta {
                    Price price(String of) throws InterruptedException;
                }

                @Override
                public List<String> call() throws InterruptedException {
                    Alpha alpha = of -> Uni.createFrom().item(new Price(of, 995));
                    Beta beta = of -> {
                        Thread.sleep(1);
                        return new Price(of, 1045);
                    };
                    try (var timer = Executors.newSingleThreadScheduledExecutor();
                            var executor = Executors.newSingleThreadExecutor()) {
            %s
                        return Stream.of(soon.await().indefinitely(), now)
                                .flatMap(List::stream)
                                .map(reply -> reply.name() + " " + reply.outcome())
                                .toList();
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theReadmesExampleRunsWithMutinyAlone() throws Exception {
        compile(SHOP.formatted(example(Files.readString(Path.of("README.md")))));

        assertThat(runShop())
                .containsExactly(
                        "alpha Ok[item=Price[of=XYZ, cents=995]]",
                        "beta Ok[item=Price[of=XYZ, cents=1045]]",
                        "alpha Ok[item=Price[of=XYZ, cents=995]]",
                        "beta Ok[item=Price[of=XYZ, cents=1045]]");
    }

    @Test
    void nothingElseIsVisibleThere() throws IOException {
        try (URLClassLoader alone = alone();
                Stream<Path> rooms = Files.list(ROOMS)) {
            assertThat(rooms)
                    .hasSizeGreaterThan(1)
                    .noneMatch(room -> alone.getResource("dev/newsfan/" + room.getFileName()) != null);
            assertThat(alone.getResource("io/smallrye/mutiny/Uni.class")).isNotNull();
            assertThat(Stream.of("io/quarkus", "io/vertx", "jakarta", "org/jboss", "io/smallrye/context"))
                    .noneMatch(others -> alone.getResource(others) != null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Newsfan\n",
                "## Make it yours\n\nCopy it.\n",
                "## Make it yours\n\nCopy it.\n\n## Names\n\n```java\nclass Other {}\n```\n"
            })
    void aReadmeWithoutAnExampleIsToldSo(String readme) {
        assertThatThrownBy(() -> example(readme))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Make it yours");
    }

    private static String example(String readme) {
        Matcher section = EXAMPLE.matcher(readme);
        if (!section.find() || section.group(1) == null) {
            throw new AssertionError("README.md has no ```java block in its section \"Make it yours\"");
        }
        return section.group(1);
    }

    private void compile(String shop) throws IOException {
        Path source = Files.writeString(folder.resolve("Shop.java"), shop);
        String libraries = LIBRARIES.stream().map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of(
                "-proc:none", "-d", folder.toString(), "-sourcepath", folder.toString(), "-classpath", libraries);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> fanout = Files.list(ROOMS.resolve("fanout"))) {
            var sources = files.getJavaFileObjectsFromPaths(
                    Stream.concat(fanout, Stream.of(source)).toList());
            assertThat(compiler.getTask(messages, files, null, options, null, sources)
                            .call())
                    .as("%s%n%s", messages, shop)
                    .isTrue();
        }
    }

    /** On a thread that sees no more than the shop does: Mutiny looks there for what extends it. */
    @SuppressWarnings("unchecked")
    private List<String> runShop() throws Exception {
        try (URLClassLoader alone = alone()) {
            var shop = (Callable<List<String>>)
                    alone.loadClass("Shop").getDeclaredConstructor().newInstance();
            FutureTask<List<String>> prices = new FutureTask<>(shop);
            Thread thread = Thread.ofPlatform().daemon().unstarted(prices);
            thread.setContextClassLoader(alone);
            thread.start();
            return prices.get(10, TimeUnit.SECONDS);
        }
    }

    private URLClassLoader alone() throws IOException {
        return new URLClassLoader(
                Stream.concat(Stream.of(folder.toUri().toURL()), LIBRARIES.stream())
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }
}
