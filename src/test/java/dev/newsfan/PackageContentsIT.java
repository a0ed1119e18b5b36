package dev.newsfan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What production runs, and what it doesn't even have. */
class PackageContentsIT {

    private static final Path APP = Path.of("target", "quarkus-app");

    private static List<String> entries() throws IOException {
        try (Stream<Path> jars = Stream.of("app", "quarkus").map(APP::resolve).flatMap(PackageContentsIT::jarsIn)) {
            return jars.flatMap(PackageContentsIT::entriesOf).toList();
        }
    }

    private static Stream<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> entriesOf(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hasTheServiceButNotTheStubsFaults() throws IOException {
        assertThat(entries())
                .contains("dev/newsfan/api/NewsResource.class")
                .noneMatch(entry -> entry.matches("dev/newsfan/devstubs/.+"))
                .noneMatch(entry -> entry.contains("wiremock"));
    }
}
