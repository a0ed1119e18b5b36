package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    private final Secrets secrets = Secrets.of(Configs.source(
            "https://wire.example/news?page=2&key=in%20query",
            "headers.Authorization",
            "Bearer in.header",
            "headers.Accept",
            "application/json",
            "params.api-key",
            "in+params/1",
            "params.page-size",
            "50"));

    @ParameterizedTest
    @CsvSource({
        "https://a.example/in.header/x, https://a.example/…/x",
        "https://a.example/IN.HEADER, https://a.example/…",
        "https://in.header.example/, https://….example/",
        "a link to /in+params/1, a link to /…",
        "/in%2Bparams%2f1/feed, /…/feed",
        "in%20query and in query, … and …",
        "Bearer in.header, …"
    })
    void aKeyIsNotToldHoweverItIsWritten(String text, String told) {
        assertThat(secrets.hide(text)).isEqualTo(told);
    }

    @Test
    void shortValuesAndTypesAreNoKeys() {
        String reason = "it answered with status 502; its answer has the content type application/json";

        assertThat(secrets.hide(reason)).isEqualTo(reason);
    }
}
