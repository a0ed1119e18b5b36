/** One source: its client and the policies around it. What its answers hold is known to {@link FetchResult} alone. */
package dev.newsfan.source;
