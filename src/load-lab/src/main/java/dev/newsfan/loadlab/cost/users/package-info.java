/** The users of the cost benchmark, who cost so little themselves that they leave the machine to the servers. */
package dev.newsfan.loadlab.cost.users;
