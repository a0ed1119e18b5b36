package dev.newsfan.loadlab.soak.users;

/** One who asks for news again and again. */
interface SoakUser {

    /** For people. */
    String kind();

    /** Asks once. */
    void ask() throws InterruptedException;
}
