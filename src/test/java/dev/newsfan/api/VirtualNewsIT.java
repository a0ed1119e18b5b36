package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
@Tag("long")
class VirtualNewsIT extends VirtualNewsTest {}
