package dev.newsfan.loadlab;

/** What the users ask for. */
enum Target {
    /** The news: every request asks all sources. */
    NEWS,
    /** The lab's wait: every request waits once, without a source. */
    WAIT
}
