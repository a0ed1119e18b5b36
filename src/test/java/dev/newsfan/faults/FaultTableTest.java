package dev.newsfan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/faults.md says is what {@link HostileSourcesIT} and {@link HostileCallersIT} assert. */
class FaultTableTest {

    private static final Path DOCUMENT = Path.of("docs", "faults.md").toAbsolutePath();
    private static final String WRITE = "faults.write";

    @Test
    void theDocumentIsWhatTheTablesSay() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, FaultDocument.text());
        }

        assertThat(Files.readString(DOCUMENT))
                .as("written by ./mvnw test -Dtest=FaultTableTest -D%s=true", WRITE)
                .isEqualTo(FaultDocument.text());
    }

    @Test
    void everyFaultHasANameOfItsOwn() {
        List<String> names = Stream.concat(
                        FaultTable.FAMILIES.stream().flatMap(family -> family.faults().stream()),
                        Stream.of(FaultTable.HEALTHY))
                .map(Fault::source)
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40).allMatch(name -> name.length() <= 60);
    }
}
