/** The sources of a soak, which answer well most of the time and otherwise in every wrong way. */
package dev.newsfan.loadlab.soak.servers;
