package dev.newsfan.api;

import static dev.newsfan.api.JsonFeeds.item;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubImport;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every mode must do, in parts. A class for each mode says the few things in which the modes differ. */
abstract class NewsContract
        implements DigestContract,
                QueryContract,
                FailureContract,
                BudgetContract,
                AdmissionContract,
                SourceCallContract,
                CachingContract,
                ExplainContract {

    private static Runnable giveBack = () -> {};

    WireMock wireMock;
    RawUpstream raw;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void makeTheSourcesFast() {
        var stubs = StubImport.stubImport();
        for (DevSource source : DevSource.values()) {
            stubs.stub(source.answering(source.articles()));
        }
        wireMock.importStubMappings(stubs.deleteAllExistingStubsNotInImport().build());
        giveBack = wireMock::resetToDefaultMappings;
        raw.answerFeed(item("Raw", "https://raw.example/1", "2026-11-20T01:00:00Z"));
        wireMock.resetRequests();
    }

    @AfterEach
    void leaveNothingBehind() {
        RequestsAtWork.awaitNoneIn(mode());
    }

    @AfterAll
    static void giveTheStubsBack() {
        giveBack.run();
    }

    @Override
    public URI service() {
        return service;
    }

    @Override
    public WireMock wireMock() {
        return wireMock;
    }

    @Override
    public RawUpstream raw() {
        return raw;
    }
}
