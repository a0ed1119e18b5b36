import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Four shops of the price comparison that make-it-yours.sh makes, on a free port of this machine, which is printed. Each takes
 * its time; three answer with two offers, and one is broken.
 */
final class Shops {

    private static final long MILLIS = 700;
    private static final Map<String, String> PRICES = Map.of("alder", "29.9", "cedar", "27", "dune", "24.50");

    private Shops() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Shops::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    /** To {@code /SHOP/prices?currency=EUR&product=PRODUCT}; without the product there is nothing to be had. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(MILLIS);
            String shop = exchange.getRequestURI().getPath().split("/")[1];
            String query = exchange.getRequestURI().getQuery();
            String asked = "currency=EUR&product=";
            if (!PRICES.containsKey(shop) || query == null || !query.startsWith(asked)) {
                exchange.sendResponseHeaders(PRICES.containsKey(shop) ? 404 : 500, -1);
                return;
            }
            byte[] body = offers(shop, query.substring(asked.length())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String offers(String shop, String product) {
        return """
                {"currency": "EUR", "offers": [
                  {"title": "%2$s, gilded", "price": 99, "url": "https://%1$s.example/%2$s-gilded"},
                  {"title": "%2$s", "price": %3$s, "url": "https://%1$s.example/%2$s"}
                ]}""".formatted(shop, product, PRICES.get(shop));
    }
}
