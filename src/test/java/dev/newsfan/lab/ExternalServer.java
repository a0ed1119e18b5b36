package dev.newsfan.lab;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that is not the service, among the addresses of the fan-out experiment. It notes the headers that it gets. */
public class ExternalServer implements QuarkusTestResourceLifecycleManager {

    private static final List<String> SLOW = List.of("/lab/step/one?seconds=0.3", "/lab/step/two?seconds=0.4");

    private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    public List<Map<String, List<String>>> requests() {
        return requests;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            requests.add(new TreeMap<>(exchange.getRequestHeaders()));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/news") ? 200 : 302, -1);
            exchange.close();
        });
        server.start();
        String foreign = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "newsfan.lab.fan-out",
                String.join(
                        ",",
                        SLOW.get(0),
                        SLOW.get(1),
                        "/lab/step/six",
                        foreign + "/news?key=s3cret",
                        foreign + "/moved",
                        "http://localhost:1/refused"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ExternalServer.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
