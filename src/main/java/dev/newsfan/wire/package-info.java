/** What holds for connections to sources and to callers alike. */
package dev.newsfan.wire;
