package dev.newsfan.loadlab.run;

import dev.newsfan.loadlab.LoadLabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything is.
 *
 * @param service the folder of the service, in which it was packaged
 * @param build where this project is built, with its classes; the reports go there as well
 */
record LabFolders(Path service, Path build) {

    /** The packaged service. */
    Path jar() {
        return service.resolve("target/quarkus-app/quarkus-run.jar");
    }

    Path report() {
        return build.resolve("report");
    }

    /** This project's classes with the package's libraries. */
    String classPathOfTheService() {
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> jar().resolveSibling(folder) + File.separator + "*")
                .collect(Collectors.joining(File.pathSeparator, build.resolve("classes") + File.pathSeparator, ""));
    }

    /** @throws LoadLabException if the service is not packaged, or has changed since then */
    void requirePackage() throws IOException {
        String howTo = ": run ./mvnw package -DskipTests in " + service + " first.";
        if (!Files.isRegularFile(jar())) {
            throw new LoadLabException("The service is not packaged, there is no " + jar() + howTo);
        }
        long packaged = jar().toFile().lastModified();
        try (Stream<Path> sources = Files.walk(service.resolve("src/main"))) {
            Optional<Path> changed = Stream.concat(Stream.of(service.resolve("pom.xml")), sources)
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() > packaged)
                    .findFirst();
            if (changed.isPresent()) {
                throw new LoadLabException("The service's package is stale, " + changed.get() + " is newer" + howTo);
            }
        }
    }
}
