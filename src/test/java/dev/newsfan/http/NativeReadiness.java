package dev.newsfan.http;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.arc.Arc;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Part of the service in every test, where it refuses to write anything of ours as JSON that a native executable couldn't:
 * Quarkus registers by itself what the methods of resources return, but not what is inside a Response or an event.
 */
@Singleton
class NativeReadiness implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("native-readiness").setSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription written, JsonSerializer<?> serializer) {
                check(written.getBeanClass());
                return serializer;
            }
        }));
    }

    private static void check(Class<?> type) {
        if (isOurs(type) && !isRegistered(type)) {
            throw new AssertionError(type.getName()
                    + " is written as JSON, but a native executable knows nothing of it: @RegisterForReflection");
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.newsfan.");
    }

    private static boolean isRegistered(Class<?> type) {
        return type.isAnnotationPresent(RegisterForReflection.class)
                || beans().map(bean -> bean.getAnnotation(RegisterForReflection.class))
                        .anyMatch(
                                also -> also != null && List.of(also.targets()).contains(type))
                || returned().contains(type);
    }

    private static Stream<? extends Class<?>> beans() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass);
    }

    /** What the methods of resources return, and what is in it. */
    private static Set<Class<?>> returned() {
        Set<Class<?>> found = new HashSet<>();
        beans().filter(bean -> bean.isAnnotationPresent(Path.class))
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .map(Method::getGenericReturnType)
                .forEach(type -> collect(type, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized) {
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> written && isOurs(written) && found.add(written) && written.isRecord()) {
            Arrays.stream(written.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, found));
        }
    }
}
