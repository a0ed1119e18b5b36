package dev.newsfan;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Takes spans as a collector does (OTLP), by gRPC and by HTTP, and reads of them what a test asks for. */
final class CollectorStub implements AutoCloseable {

    /** Of gRPC: whether the message that follows is packed, and how long it is. */
    private static final int PREFIX = 5;

    /** A span, and who has made it. */
    record Received(String name, String trace, String parent, String resource) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    CollectorStub() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<Received> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            HttpServerResponse response = request.response();
            switch (request.path()) {
                case "/opentelemetry.proto.collector.trace.v1.TraceService/Export" -> {
                    read(body.getBytes(PREFIX, body.length()));
                    response.putHeader("content-type", "application/grpc").putTrailer("grpc-status", "0");
                    response.end(Buffer.buffer(new byte[PREFIX]));
                }
                case "/v1/traces" -> {
                    read(body.getBytes());
                    response.putHeader("content-type", "application/x-protobuf").end();
                }
                default -> response.setStatusCode(404).end();
            }
        });
    }

    /** The fields have the numbers of opentelemetry/proto/trace/v1/trace.proto. */
    private void read(byte[] request) {
        parts(ByteString.copyFrom(request), 1).forEach(ofResource -> {
            String resource = parts(ofResource, 1).toList().getFirst().toStringUtf8();
            parts(ofResource, 2)
                    .flatMap(ofScope -> parts(ofScope, 2))
                    .map(span -> new Received(
                            parts(span, 5).findFirst().orElseThrow().toStringUtf8(),
                            hex(parts(span, 1)),
                            hex(parts(span, 4)),
                            resource))
                    .forEach(spans::add);
        });
    }

    private static String hex(Stream<ByteString> id) {
        return HexFormat.of().formatHex(id.findFirst().orElse(ByteString.EMPTY).toByteArray());
    }

    private static Stream<ByteString> parts(ByteString message, int field) {
        try {
            return UnknownFieldSet.parseFrom(message).getField(field).getLengthDelimitedList().stream();
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
