/**
 * The sources and the bare server. Each runs in a process of its own with the libraries of the service's package, among them its
 * Vert.x and the service's own articles and merge.
 */
package dev.newsfan.loadlab.servers;
