/**
 * One source: its reader, what is made of its answers, and which policies stand around it. What its answers hold is known to
 * {@link dev.newsfan.policy.FetchResult} alone.
 */
package dev.newsfan.source;
