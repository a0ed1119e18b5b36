package dev.newsfan.loadlab.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newsfan.loadlab.LoadLabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package that the lab needs. */
class LabFoldersTest {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    @TempDir
    Path service;

    @BeforeEach
    void aPackagedService() throws IOException {
        touch("pom.xml", 1);
        touch("src/main/java/Service.java", 1);
        touch("src/test/java/ServiceTest.java", 3);
        touch(JAR, 2);
    }

    @Test
    void isFreshIfNothingInItIsNewer() {
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void isMissedWithTheCommandThatMakesIt() throws IOException {
        Files.delete(service.resolve(JAR));

        assertThatThrownBy(this::require)
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("not packaged", "run ./mvnw package -DskipTests in " + service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/Service.java", "src/main/resources/new.properties"})
    void isStaleIfAFileIsNewer(String changed) throws IOException {
        touch(changed, 3);

        assertThatThrownBy(this::require)
                .isInstanceOf(LoadLabException.class)
                .hasMessageContainingAll("stale", changed, "run ./mvnw package -DskipTests in " + service);
    }

    private void require() throws IOException {
        new LabFolders(service, service, service).requirePackage();
    }

    private void touch(String name, int second) throws IOException {
        Path file = service.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }
}
