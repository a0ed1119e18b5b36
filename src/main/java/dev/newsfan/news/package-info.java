/** Articles, the merge that makes one list of many, and the digest: pure Java, no framework. */
package dev.newsfan.news;
