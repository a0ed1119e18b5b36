package dev.newsfan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.newsfan.news.Article;
import dev.newsfan.news.Digest;
import dev.newsfan.news.SourceReport;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;

/**
 * How the news is written: outcomes in lower case, no reason where nothing went wrong.
 *
 * <p>Quarkus can't see what is inside a {@code Response} or an event, so a native executable has to be told of its types.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Article.class,
            Digest.class,
            SourceReport.class,
            SourceReport.Outcome.class,
            NewsJson.WithoutEmpty.class
        })
class NewsJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule rules = new SimpleModule("newsfan-news");
        rules.addSerializer(SourceReport.Outcome.class, new LowerCase());
        mapper.registerModule(rules).addMixIn(SourceReport.class, WithoutEmpty.class);
    }

    @JsonInclude(Include.NON_ABSENT)
    interface WithoutEmpty {}

    private static final class LowerCase extends StdSerializer<SourceReport.Outcome> {
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(SourceReport.Outcome.class);
        }

        @Override
        public void serialize(SourceReport.Outcome outcome, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(outcome.name().toLowerCase(Locale.ROOT));
        }
    }
}
