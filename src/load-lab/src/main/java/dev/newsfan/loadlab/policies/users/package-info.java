/** The users of a run of the policies, who come when they like and not when others have been served. */
package dev.newsfan.loadlab.policies.users;
