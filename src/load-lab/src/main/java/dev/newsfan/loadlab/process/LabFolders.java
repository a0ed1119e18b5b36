package dev.newsfan.loadlab.process;

import dev.newsfan.loadlab.LoadLabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything is.
 *
 * @param service the folder of the service, in which it was packaged
 * @param build where this project is built, with its classes
 * @param report where the results go, with the logs of the processes
 */
public record LabFolders(Path service, Path build, Path report) {

    /**
     * Those of a run.
     *
     * @param arguments the folder of the service, and the one where this project is built
     * @param report the name of the folder for the results, beside the classes
     */
    public static LabFolders of(String[] arguments, String report) throws IOException {
        Path build = Path.of(arguments[1]).toRealPath();
        return new LabFolders(Path.of(arguments[0]).toRealPath(), build, build.resolve(report));
    }

    /** The packaged service. */
    public Path jar() {
        return service.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** This project's classes with the package's libraries. */
    public String classPathOfTheService() {
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> jar().resolveSibling(folder) + File.separator + "*")
                .collect(Collectors.joining(File.pathSeparator, build.resolve("classes") + File.pathSeparator, ""));
    }

    /** @throws LoadLabException if the service is not packaged, or has changed since then */
    public void requirePackage() throws IOException {
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

    /** Takes away what another run has left, and makes room for the results of this one. */
    public void emptyReport() throws IOException {
        if (Files.exists(report)) {
            List<Path> old;
            try (Stream<Path> found = Files.walk(report)) {
                old = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        Files.createDirectories(report);
    }
}
