/**
 * What stands between a fan-out and a source: policies, a file each, of one type ({@link dev.newsfan.policy.Ask} to Ask). They
 * know neither HTTP clients nor formats, and of what is delivered no more than {@link dev.newsfan.policy.FetchResult} tells.
 */
package dev.newsfan.policy;
