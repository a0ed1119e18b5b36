package dev.newsfan.api;

import java.util.List;

/** What the service warns of while a test looks. */
interface WarningLog extends AutoCloseable {

    /** Without level, category and the like. */
    List<String> lines();

    @Override
    void close();
}
