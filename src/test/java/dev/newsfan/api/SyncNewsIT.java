package dev.newsfan.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
class SyncNewsIT extends SyncNewsTest {}
