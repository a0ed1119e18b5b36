package dev.newsfan.policy;

/** Numbers of bytes for people. */
final class Sizes {

    private Sizes() {}

    /** In the largest unit that leaves a whole number: 2 MB, 1500 KB, 10 bytes; 1 KB is 1024 bytes, as in the configuration. */
    static String inWords(long bytes) {
        if (bytes % (1024 * 1024) == 0) {
            return bytes / (1024 * 1024) + " MB";
        }
        return bytes % 1024 == 0 ? bytes / 1024 + " KB" : bytes + " bytes";
    }
}
