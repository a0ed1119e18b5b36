/** Offers, and the merge that makes one list of many: pure Java, no framework. */
package dev.newsfan.prices;
