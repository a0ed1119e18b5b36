/**
 * Experiments that show what waiting costs, each a package with a resource of a few lines. Some freeze the service on
 * purpose. What several need is here, in {@code tasks} and in {@code eventloops}.
 */
package dev.newsfan.lab;
