package dev.newsfan.deploy;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newsfan.config.ConfigCheck;
import dev.newsfan.config.Configs;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the files in {@code docker} say of the service, held against the service. */
@QuarkusTest
class DockerFilesTest {

    private static final Path DOCKER = Path.of("docker");
    private static final String LABEL = "/app.kubernetes.io~1name";

    /** Quarkus' default; nothing in the configuration or in the images changes it. */
    private static final int PORT = 8080;

    /** Likewise, of what is below {@code /q} in production. */
    private static final int MANAGEMENT_PORT = 9000;

    @Nested
    class InKubernetes {

        private final Map<String, JsonNode> kinds = kubernetes();
        private final JsonNode deployment = kinds.get("Deployment");
        private final JsonNode pod = deployment.at("/spec/template/spec");
        private final JsonNode container = pod.at("/containers/0");

        @Test
        void thereIsOneOfEachKind() {
            assertThat(kinds.keySet())
                    .containsExactlyInAnyOrder(
                            "ConfigMap", "Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget", "Service");
        }

        @Test
        void allMeanTheSamePods() {
            String name =
                    deployment.at("/spec/template/metadata/labels" + LABEL).asText();

            assertThat(name).isEqualTo("newsfan");
            assertThat(Stream.of(
                                    deployment.at("/spec/selector/matchLabels" + LABEL),
                                    kinds.get("Service").at("/spec/selector" + LABEL),
                                    kinds.get("PodDisruptionBudget").at("/spec/selector/matchLabels" + LABEL),
                                    kinds.get("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"),
                                    deployment.at("/metadata/name"))
                            .map(JsonNode::asText)
                            .toList())
                    .containsOnly(name);
        }

        @Test
        void aRequestComesToThePortThatTheServiceListensOn() {
            assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(PORT);
            assertThat(kinds.get("Service").at("/spec/ports/0/targetPort").asText())
                    .isEqualTo(container.at("/ports/0/name").asText());
            assertThat(mainProperties()).doesNotContainKey("quarkus.http.port");
        }

        @Test
        void healthAndMetricsHaveAPortThatTheServiceDoesNotLeadTo() {
            JsonNode port = container.at("/ports/1");

            assertThat(port.path("name").asText()).isEqualTo("management");
            assertThat(port.path("containerPort").asInt()).isEqualTo(MANAGEMENT_PORT);
            assertThat(kinds.get("Service").at("/spec/ports")).hasSize(1);
            assertThat(mainProperties())
                    .containsEntry("%prod.quarkus.management.enabled", "true")
                    .doesNotContainKeys("quarkus.management.port", "%prod.quarkus.management.port");
        }

        @Test
        void metricsAreWhereThePodSaysThatTheyAre() {
            JsonNode annotations = deployment.at("/spec/template/metadata/annotations");

            assertThat(annotations.path("prometheus.io/port").asInt()).isEqualTo(MANAGEMENT_PORT);
            assertThat(given().get(annotations.path("prometheus.io/path").asText())
                            .statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"startupProbe", "livenessProbe", "readinessProbe"})
        void theServiceAnswersItsProbes(String probe) {
            JsonNode get = container.at("/" + probe + "/httpGet");

            assertThat(get.path("port").asText()).isEqualTo("management");
            assertThat(given().get(get.path("path").asText()).statusCode()).isEqualTo(200);
        }

        @Test
        void readinessIsAskedForWhereTheModesAreTold() {
            String path = container.at("/readinessProbe/httpGet/path").asText();

            assertThat(given().get(path).asString()).contains("sync_at_work");
        }

        @Test
        void requestsAtWorkMayEndBeforeThePodIsKilled() throws IOException {
            JsonNode sleep = container.at("/lifecycle/preStop/exec/command");

            assertThat(sleep.path(0).asText()).isEqualTo("sleep");
            assertThat(pod.path("terminationGracePeriodSeconds").asLong())
                    .isGreaterThan(sleep.path(1).asLong()
                            + shutdownTimeout(new StringReader(sources())).toSeconds());
        }

        @Test
        void theSourcesAreAccepted() throws IOException {
            JsonNode config = kinds.get("ConfigMap");

            assertThat(pod.at("/volumes/0/configMap/name").asText())
                    .isEqualTo(config.at("/metadata/name").asText());
            assertThat(container.at("/volumeMounts/0/name").asText())
                    .isEqualTo(pod.at("/volumes/0/name").asText());
            assertThat(container.at("/volumeMounts/0/mountPath").asText())
                    .isEqualTo(instruction("Dockerfile.jvm", "WORKDIR") + "/config");
            assertAccepted(new StringReader(sources()));
        }

        @Test
        void whatTheSourcesTakeFromTheEnvironmentComesFromASecret() throws IOException {
            String properties = sources();
            String deploymentText = Files.readString(DOCKER.resolve("kubernetes/deployment.yaml"));
            String secret = container.at("/envFrom/0/secretRef/name").asText();

            assertThat(Pattern.compile("\\$\\{(\\w+)}")
                            .matcher(properties)
                            .results()
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(deploymentText)
                            .contains("kubectl create secret generic " + secret + " --from-literal=" + variable + "="));
        }

        private String sources() {
            return kinds.get("ConfigMap")
                    .at("/data")
                    .path("application.properties")
                    .asText();
        }

        @Test
        void aCacheForAllReplicasMayBeAdded() throws IOException {
            Map<String, JsonNode> cache = yaml(DOCKER.resolve("kubernetes-shared-cache.yaml")).stream()
                    .collect(toMap(document -> document.path("kind").asText(), document -> document));
            JsonNode variables = cache.get("ConfigMap").path("data");
            String shared = variables.path("NEWSFAN_CACHE_SHARED").asText();
            JsonNode store = cache.get("Deployment").at("/spec/template/spec/containers/0");

            assertThat(container.at("/envFrom/1/configMapRef/name").asText())
                    .isEqualTo(cache.get("ConfigMap").at("/metadata/name").asText());
            assertThat(container.at("/envFrom/1/configMapRef/optional").asBoolean())
                    .isTrue();
            assertThat(URI.create(shared).getHost())
                    .isEqualTo(cache.get("Service").at("/metadata/name").asText());
            assertThat(URI.create(shared).getPort())
                    .isEqualTo(cache.get("Service").at("/spec/ports/0/port").asInt())
                    .isEqualTo(store.at("/ports/0/containerPort").asInt());
            assertThat(cache.get("Service").at("/spec/selector" + LABEL))
                    .isEqualTo(cache.get("Deployment").at("/spec/template/metadata/labels" + LABEL));
            assertThat(variables.path("NEWSFAN_REPLICAS").asText())
                    .isEqualTo(kinds.get("HorizontalPodAutoscaler")
                            .at("/spec/maxReplicas")
                            .asText());
            assertThat(store.at("/env/0/valueFrom/secretKeyRef/name"))
                    .isEqualTo(container.at("/envFrom/0/secretRef/name"));
            assertAccepted(new StringReader(sources() + "\nnewsfan.cache.shared=" + shared + "\nnewsfan.replicas="
                    + variables.path("NEWSFAN_REPLICAS").asText()));
        }

        @Test
        void theServiceIsConfined() throws IOException {
            JsonNode confined = container.path("securityContext");

            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asText() + ":"
                            + pod.at("/securityContext/runAsGroup").asText())
                    .isEqualTo(instruction("Dockerfile.jvm", "USER"))
                    .isEqualTo(instruction("Dockerfile.native", "USER"));
            assertThat(confined.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(confined.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(confined.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/volumeMounts/1/mountPath").asText()).isEqualTo("/tmp");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        }

        @Test
        void oneReplicaMayLeaveWhileAnotherServes() {
            int leaving =
                    kinds.get("PodDisruptionBudget").at("/spec/maxUnavailable").asInt();

            assertThat(kinds.get("HorizontalPodAutoscaler")
                            .at("/spec/minReplicas")
                            .asInt())
                    .isGreaterThan(leaving);
        }
    }

    @Nested
    class InCompose {

        private final JsonNode compose = yaml(DOCKER.resolve("compose.yaml")).getFirst();
        private final JsonNode service = compose.at("/services/newsfan");

        @Test
        void requestsAtWorkMayEndBeforeTheContainerIsKilled() throws IOException {
            assertThat(Duration.parse("PT" + service.path("stop_grace_period").asText()))
                    .isGreaterThan(shutdownTimeout(Files.newBufferedReader(DOCKER.resolve("application.properties"))));
        }

        @Test
        void portsAreOpenToThisMachineAlone() {
            assertThat(service.path("ports"))
                    .isNotEmpty()
                    .allSatisfy(port -> assertThat(port.asText()).matches(".*:(" + PORT + "|" + MANAGEMENT_PORT + ")"));
            for (JsonNode one : compose.path("services")) {
                assertThat(one.path("ports"))
                        .allSatisfy(
                                port -> assertThat(port.asText()).matches("127\\.0\\.0\\.1:\\$\\{[A-Z_]+:-\\d+}:\\d+"));
            }
        }

        @Test
        void noTwoServicesWantTheSamePort() {
            assertThat(compose.path("services")
                            .valueStream()
                            .flatMap(one -> one.path("ports").valueStream())
                            .map(port -> port.asText().replaceAll(".*:-(\\d+)}.*", "$1")))
                    .doesNotHaveDuplicates();
        }

        @Test
        void imagesOfOthersHaveAVersion() {
            assertThat(compose.path("services")
                            .valueStream()
                            .filter(one -> !one.has("build"))
                            .map(one -> one.path("image").asText()))
                    .isNotEmpty()
                    .allMatch(image -> image.matches("[a-z/-]+:v?\\d+\\.\\d+[a-z0-9.-]*"));
        }

        @Test
        void everyServiceIsConfinedAndBounded() {
            for (Map.Entry<String, JsonNode> one : compose.path("services").properties()) {
                if (!one.getKey().equals("stubs")) {
                    assertThat(one.getValue().path("read_only").asBoolean())
                            .as(one.getKey())
                            .isTrue();
                    assertThat(one.getValue().at("/cap_drop/0").asText())
                            .as(one.getKey())
                            .isEqualTo("ALL");
                    assertThat(one.getValue().has("mem_limit")).as(one.getKey()).isTrue();
                }
            }
        }

        @Test
        void whatIsMountedIsThere() {
            assertThat(service.path("volumes")).isNotEmpty();
            for (JsonNode one : compose.path("services")) {
                assertThat(one.path("volumes"))
                        .allSatisfy(volume -> assertThat(
                                        DOCKER.resolve(volume.asText().split(":")[0]))
                                .exists());
            }
        }

        @Test
        void replicasAreTheSameServiceAndShareACache() throws IOException {
            JsonNode replica = compose.at("/services/replica");
            String shared = replica.at("/environment/NEWSFAN_CACHE_SHARED").asText();

            assertThat(List.of("image", "build", "volumes", "read_only", "cap_drop", "stop_grace_period"))
                    .allSatisfy(key -> assertThat(replica.path(key)).isEqualTo(service.path(key)));
            assertThat(replica.has("ports")).isFalse();
            assertThat(compose.at("/services").has(URI.create(shared).getHost()))
                    .isTrue();
            assertThat(replica.at("/environment/NEWSFAN_REPLICAS").asInt())
                    .isEqualTo(replica.at("/deploy/replicas").asInt())
                    .isGreaterThan(1);
            assertAccepted(new StringReader(
                    Files.readString(DOCKER.resolve("application.properties")) + "\nnewsfan.cache.shared=" + shared));
            assertThat(Files.readString(DOCKER.resolve("replicas.conf"))).contains("server replica:" + PORT + ";");
        }

        @Test
        void theyAreThereOnlyForWhoAsksForThem() {
            List<String> always = compose.at("/services").properties().stream()
                    .filter(one -> !one.getValue().has("profiles"))
                    .map(Map.Entry::getKey)
                    .toList();

            assertThat(always).containsExactlyInAnyOrder("stubs", "newsfan");
        }

        @Test
        void realNewsComeFromTheImageAlone() {
            JsonNode real = compose.at("/services/real");

            assertThat(List.of("image", "build", "read_only", "cap_drop", "stop_grace_period"))
                    .allSatisfy(key -> assertThat(real.path(key)).isEqualTo(service.path(key)));
            assertThat(real.path("volumes")).isEmpty();
            assertThat(real.at("/environment/QUARKUS_PROFILE").asText()).isEqualTo("prod,real");
            assertThat(Path.of("src/main/resources/application-real.properties"))
                    .exists();
        }

        @Test
        void whatIsObservedIsTheSameServiceAndTraced() {
            JsonNode observed = compose.at("/services/observed");
            URI traces = URI.create(observed.at("/environment/QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT")
                    .asText());

            assertThat(List.of("image", "build", "volumes", "read_only", "cap_drop", "stop_grace_period"))
                    .allSatisfy(key -> assertThat(observed.path(key)).isEqualTo(service.path(key)));
            assertThat(observed.at("/environment/QUARKUS_OTEL_SDK_DISABLED").asText())
                    .isEqualTo("false");
            assertThat(compose.at("/services").has(traces.getHost())).isTrue();
            assertThat(service.path("environment").toString()).doesNotContain("OTEL");
        }

        @Test
        void whoObservesKnowsWhereToLook() {
            JsonNode job =
                    yaml(Path.of("docs/prometheus/prometheus.yml")).getFirst().at("/scrape_configs/0/dns_sd_configs/0");
            JsonNode sources =
                    yaml(DOCKER.resolve("grafana/datasources.yaml")).getFirst().path("datasources");

            assertThat(job.path("port").asInt()).isEqualTo(MANAGEMENT_PORT);
            assertThat(job.path("names").valueStream().map(JsonNode::asText))
                    .containsExactlyInAnyOrderElementsOf(servicesOfOurs());
            assertThat(sources.valueStream()
                            .map(one -> URI.create(one.path("url").asText()).getHost()))
                    .containsExactly("prometheus", "traces")
                    .allMatch(host -> compose.at("/services").has(host));
        }

        private List<String> servicesOfOurs() {
            return compose.at("/services").properties().stream()
                    .filter(one -> one.getValue().path("image").equals(service.path("image")))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Test
        void theDashboardIsMountedWhereItIsLookedFor() {
            JsonNode grafana = compose.at("/services/grafana");
            String folder = yaml(DOCKER.resolve("grafana/dashboards.yaml"))
                    .getFirst()
                    .at("/providers/0/options/path")
                    .asText();

            assertThat(grafana.path("volumes").valueStream().map(JsonNode::asText))
                    .contains("../docs/grafana:" + folder + ":ro,z");
            assertThat(grafana.at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                            .asText())
                    .isEqualTo(folder + "/newsfan.json");
            assertThat(Path.of("docs/grafana/newsfan.json")).exists();
        }

        @Test
        void theSourcesAreAcceptedAndThoseOfDevMode() throws IOException {
            Path file = DOCKER.resolve("application.properties");
            Properties compose = load(Files.newBufferedReader(file));

            assertAccepted(Files.newBufferedReader(file));
            assertThat(compose.stringPropertyNames().stream()
                            .filter(key -> key.endsWith(".url"))
                            .map(key -> compose.getProperty(key).replaceFirst("http://stubs:8080", "")))
                    .containsExactlyInAnyOrderElementsOf(pathsOfDevMode());
        }

        private static List<String> pathsOfDevMode() {
            Properties main = mainProperties();
            return main.stringPropertyNames().stream()
                    .filter(key -> key.startsWith("%dev,test.newsfan.sources.") && key.endsWith(".url"))
                    .map(key -> main.getProperty(key).replaceFirst("http://[^/]*", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void anImageIsCheckedAtThePortForThat(String dockerfile) throws IOException {
        assertThat(instruction(dockerfile, "EXPOSE")).isEqualTo(PORT + " " + MANAGEMENT_PORT);
        assertThat(instruction(dockerfile, "ENV")).isEqualTo("QUARKUS_MANAGEMENT_HOST=0.0.0.0");
        assertThat(instruction(dockerfile, "HEALTHCHECK")).contains("\"" + MANAGEMENT_PORT + "\", \"/q/health/ready\"");
    }

    private static void assertAccepted(Reader file) throws IOException {
        Map<String, String> keys = keys(load(file));
        assertThatCode(() -> ConfigCheck.check(Configs.with(keys), Configs.FORMATS, List.of()))
                .doesNotThrowAnyException();
    }

    private static Properties load(Reader file) throws IOException {
        Properties properties = new Properties();
        try (file) {
            properties.load(file);
        }
        return properties;
    }

    private static Properties mainProperties() {
        try {
            return load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Of a service with this configuration. */
    private static Duration shutdownTimeout(Reader file) throws IOException {
        return Configs.shutdownTimeout(keys(load(file)));
    }

    /** What comes from the environment is any text. */
    private static Map<String, String> keys(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(toMap(key -> key, key -> properties.getProperty(key).replaceAll("\\$\\{\\w+}", "a key")));
    }

    /** The last one in a Dockerfile. */
    private static String instruction(String dockerfile, String name) throws IOException {
        return Pattern.compile("(?m)^" + name + " (.*)$")
                .matcher(Files.readString(DOCKER.resolve(dockerfile)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static Map<String, JsonNode> kubernetes() {
        Map<String, JsonNode> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCKER.resolve("kubernetes"))) {
            files.flatMap(file -> yaml(file).stream())
                    .forEach(document -> assertThat(
                                    kinds.put(document.path("kind").asText(), document))
                            .isNull());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return kinds;
    }

    private static List<JsonNode> yaml(Path file) {
        List<JsonNode> documents = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file)) {
            new Yaml().loadAll(text).forEach(document -> documents.add(new ObjectMapper().valueToTree(document)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return documents;
    }
}
