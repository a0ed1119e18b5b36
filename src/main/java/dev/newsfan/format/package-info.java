/** How sources write: one class for each format, found by itself; dates, texts, healing. */
package dev.newsfan.format;
