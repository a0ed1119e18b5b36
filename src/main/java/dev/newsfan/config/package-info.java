/** The configuration: an interface for each part of it, and the check that follows from them. */
package dev.newsfan.config;
