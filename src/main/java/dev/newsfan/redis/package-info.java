/** What the replicas of a service share, kept in Redis or Valkey: {@link dev.newsfan.policy.SharedStore}. */
package dev.newsfan.redis;
