package dev.newsfan.api;

import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
@ConnectWireMock
class VirtualNewsIT extends VirtualNewsTest {}
