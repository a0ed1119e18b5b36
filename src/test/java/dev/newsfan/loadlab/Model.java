package dev.newsfan.loadlab;

/** How the load behaves when the server is slow. */
enum Model {
    /** So many users, each of whom thinks between an answer and the next request: a slow server slows its load down. */
    CLOSED,
    /** So many arrivals per second, whatever the server does. */
    OPEN
}
