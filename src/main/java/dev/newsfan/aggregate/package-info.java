/** Asks the sources in a mode and makes the digest: where the fan-out, the sources and the news meet. */
package dev.newsfan.aggregate;
