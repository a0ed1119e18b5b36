package dev.newsfan.upstream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Hands over a body as it is. The REST client's own reader takes it to pieces of 16 KB and puts them together again. Which
 * bodies it reads is found out by its generic type, which a native executable has to be told of.
 */
@RegisterForReflection
final class WholeBodyReader implements MessageBodyReader<byte[]> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == byte[].class;
    }

    @Override
    public byte[] readFrom(
            Class<byte[]> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        // All of it has arrived, and the stream knows how much there is.
        byte[] bytes = new byte[body.available()];
        int read = body.readNBytes(bytes, 0, bytes.length);
        if (read < bytes.length || body.read() >= 0) {
            throw new IOException("The body is not as long as was said");
        }
        return bytes;
    }
}
