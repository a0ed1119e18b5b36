/**
 * The load lab: loads the packaged service with a growing number of users, and puts what was measured beside what was predicted.
 *
 * <p>A run has four processes, and the packages keep apart what runs in which:
 *
 * <table>
 *   <caption>Processes and their packages</caption>
 *   <tr><th>process</th><th>runs</th><th>with the libraries of</th></tr>
 *   <tr><td>Maven</td><td>{@code run}, with {@code plan} before a run and {@code report} after it</td><td>this project</td></tr>
 *   <tr><td>users</td><td>Gatling with {@code users}; one for each step</td><td>this project</td></tr>
 *   <tr><td>sources</td><td>{@code servers.SourceServer}; one for the run</td><td>the service's package</td></tr>
 *   <tr><td>server</td><td>the service, or {@code servers.BareServer}; one for each mode</td><td>the service's package</td></tr>
 * </table>
 *
 * <p>Here is what all of them have.
 */
package dev.newsfan.loadlab;
