package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md and its companions say of the files beside them. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path README = ROOT.resolve("README.md");

    @Test
    void itIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
    }

    /** A block of code after a comment that names where it is cut from. */
    record Cut(String file, List<String> lines) {

        private static final Pattern BLOCK = Pattern.compile(
                "<!-- cut: ([^\\s#]+)(?:#\\S+)? -->\\s*^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

        /** Stands for lines that are left out. */
        private static final String LEFT_OUT = "…";

        static List<Cut> all() throws IOException {
            return BLOCK.matcher(Files.readString(README))
                    .results()
                    .map(block ->
                            new Cut(block.group(1), stripped(block.group(2).lines())))
                    .toList();
        }

        /** Its lines up to the next that are left out, and so on. */
        List<List<String>> runs() {
            List<List<String>> runs = new ArrayList<>(List.of(new ArrayList<>()));
            for (String line : lines) {
                if (line.equals(LEFT_OUT)) {
                    runs.add(new ArrayList<>());
                } else {
                    runs.getLast().add(line);
                }
            }
            return runs;
        }

        List<String> original() throws IOException {
            return stripped(Files.readAllLines(ROOT.resolve(file)).stream());
        }

        private static List<String> stripped(Stream<String> lines) {
            return lines.map(String::strip).toList();
        }

        @Override
        public String toString() {
            return file + ": " + lines.getFirst();
        }
    }

    @Nested
    class TheCodeThatItShows {

        private static List<Cut> cuts() throws IOException {
            return Cut.all();
        }

        @ParameterizedTest
        @MethodSource("cuts")
        void standsInTheFileThatItIsCutFrom(Cut cut) throws IOException {
            List<String> rest = cut.original();
            for (List<String> run : cut.runs()) {
                int place = Collections.indexOfSubList(rest, run);
                assertThat(place)
                        .as("%s has, in this order, the lines%n%s", cut.file, String.join("\n", run))
                        .isNotNegative();
                rest = rest.subList(place + run.size(), rest.size());
            }
        }

        @ParameterizedTest
        @MethodSource("cuts")
        void isSeenAtAGlance(Cut cut) {
            assertThat(cut.lines).hasSizeBetween(1, 15);
        }

        @Test
        void isTheContrastOfTheModes() throws IOException {
            assertThat(cuts().stream().flatMap(cut -> cut.lines.stream()))
                    .contains("@Blocking")
                    .anyMatch(line -> line.startsWith("for ("))
                    .anyMatch(line -> line.contains("Uni.combine()"));
        }
    }

    @Nested
    class ItsLinks {

        private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
        private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)|(?:src|srcset|href)=\"([^\"\\s]+)");
        private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|#.*");

        private static List<Path> documents() throws IOException {
            try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
                return Stream.concat(
                                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                        .map(ROOT::resolve),
                                docs.filter(file -> file.toString().endsWith(".md"))
                                        .sorted())
                        .toList();
            }
        }

        @ParameterizedTest
        @MethodSource("documents")
        void leadToFilesThatAreThere(Path document) throws IOException {
            String text = FENCED.matcher(Files.readString(document)).replaceAll("");

            assertThat(LINK.matcher(text)
                            .results()
                            .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                            .filter(target -> !ELSEWHERE.matcher(target).matches()))
                    .allSatisfy(target -> assertThat(document.resolveSibling(target.replaceFirst("#.*", "")))
                            .exists());
        }
    }

    @Nested
    class TheTableOfWhatToChangeWhere {

        private static final String HEADING = "Where do I change";
        private static final Pattern CODE = Pattern.compile("`([^`]+)`");
        private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?|[\\w-]+\\.[a-z]+");

        /** Where a path may begin, beside the folder of the path that stands before it. */
        private static final List<Path> BEGINNINGS = Stream.of(
                        "", "src/main/java/dev/newsfan", "src/main/resources/META-INF/resources")
                .map(ROOT::resolve)
                .toList();

        private static List<String> rows() throws IOException {
            return Files.readAllLines(README).stream()
                    .dropWhile(line -> !(line.startsWith("#") && line.contains(HEADING)))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .toList();
        }

        @ParameterizedTest
        @MethodSource("rows")
        void namesFilesThatAreThere(String row) {
            List<String> paths = CODE.matcher(row)
                    .results()
                    .map(code -> code.group(1))
                    .filter(PATH.asMatchPredicate())
                    .toList();

            assertThat(paths).isNotEmpty();
            Path folder = ROOT;
            for (String path : paths) {
                Optional<Path> file = Stream.concat(BEGINNINGS.stream(), Stream.of(folder))
                        .map(beginning -> beginning.resolve(path))
                        .filter(Files::exists)
                        .findFirst();
                assertThat(file).as(path).isPresent();
                folder = file.orElseThrow().getParent();
            }
        }
    }
}
