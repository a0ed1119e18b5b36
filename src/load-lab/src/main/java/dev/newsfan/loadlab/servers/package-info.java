/**
 * The sources and the servers by hand. Each runs in a process of its own with the libraries of the service's package, among them
 * its Vert.x and the service's own articles and merge, and in one of them its formats and its fan-out.
 */
package dev.newsfan.loadlab.servers;
