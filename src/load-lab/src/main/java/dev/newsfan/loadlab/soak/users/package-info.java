/** The users of a soak, well-behaved and rude, and what they make of their answers. */
package dev.newsfan.loadlab.soak.users;
