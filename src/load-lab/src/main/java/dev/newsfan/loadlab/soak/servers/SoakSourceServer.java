package dev.newsfan.loadlab.soak.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newsfan.loadlab.ParentProcess;
import dev.newsfan.loadlab.soak.SoakSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The process of the sources, each at a port of its own. At the first port that it names at the start it is told what to do:
 * {@code /counts} says what it has given, {@code /hang-up} ends all connections to it, {@code /ward/PID} names a process that ends
 * with the lab, if that should be killed.
 */
public final class SoakSourceServer {

    private final SourceCounts counts = new SourceCounts();
    private final List<SoakSourcePort> ports = new ArrayList<>();
    private final List<ProcessHandle> wards = new ArrayList<>();

    private SoakSourceServer(int faults) throws IOException {
        for (SoakSource source : SoakSource.values()) {
            ports.add(new SoakSourcePort(source, faults, counts));
        }
    }

    /** @param arguments in how many of a hundred answers something is wrong */
    public static void main(String[] arguments) throws IOException {
        SoakSourceServer server = new SoakSourceServer(Integer.parseInt(arguments[0]));
        ParentProcess.endWithIt(server::endWards);
        HttpServer control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/", server::obey);
        control.start();
        List<Integer> all = new ArrayList<>(List.of(control.getAddress().getPort()));
        server.ports.forEach(port -> all.add(port.number()));
        ParentProcess.tellReady(all);
    }

    private void obey(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/hang-up")) {
            ports.forEach(SoakSourcePort::hangUp);
        } else if (path.startsWith("/ward/")) {
            ProcessHandle.of(Long.parseLong(path.substring("/ward/".length()))).ifPresent(this::ward);
        }
        byte[] said = counts.lines().getBytes(StandardCharsets.US_ASCII);
        try (exchange) {
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    private synchronized void ward(ProcessHandle process) {
        wards.add(process);
    }

    private synchronized void endWards() {
        wards.forEach(ProcessHandle::destroyForcibly);
    }
}
