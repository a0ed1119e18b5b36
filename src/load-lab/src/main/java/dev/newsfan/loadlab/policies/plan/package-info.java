/** What a run of the policies is to do, decided before it. */
package dev.newsfan.loadlab.policies.plan;
