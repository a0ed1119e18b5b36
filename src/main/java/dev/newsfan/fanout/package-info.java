/**
 * Asking many at once or one after another, whatever is asked and answered: one class per mode, a budget, outcomes and
 * progress events.
 *
 * <p>Nothing here knows of news, HTTP or Quarkus. Mutiny is the only library. Copy the package into another service and
 * give it prices or weather reports to ask for: {@link dev.newsfan.fanout.Call} is what to ask, be it a Uni or blocking code,
 * {@link dev.newsfan.fanout.FanOut} is one request's calls, and {@link dev.newsfan.fanout.SyncMode},
 * {@link dev.newsfan.fanout.AsyncMode} and {@link dev.newsfan.fanout.VirtualMode} are three ways of waiting for the
 * replies. {@link dev.newsfan.fanout.Modes} has them by name, and {@link dev.newsfan.fanout.Deadlines} says on which threads
 * a deadline is met.
 */
package dev.newsfan.fanout;
