package dev.newsfan.loadlab.policies.users;

/** What somebody got. */
public enum Answer {
    /** A digest to which each source has given something fresh. */
    COMPLETE,
    /** One to which a source has given what it had given before. */
    STALE,
    /** One that lacks a source. */
    PARTIAL,
    /** He wasn't let in (503). */
    REFUSED,
    /** Anything else. */
    ERROR;

    private static final String OF_BEFORE = "\"stale\":true";

    /** @param complete what the header {@code News-Complete} says */
    static Answer of(int status, String complete, String body) {
        if (status == 503) {
            return REFUSED;
        }
        if (status != 200) {
            return ERROR;
        }
        if (complete.equals("true")) {
            return COMPLETE;
        }
        return body.contains(OF_BEFORE) ? STALE : PARTIAL;
    }
}
