/** Sources from a file: the feeds that somebody has in another reader. */
package dev.newsfan.opml;
