package dev.newsfan.loadlab.soak.users;

import dev.newsfan.loadlab.soak.users.RudeCaller.Manner;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The users of a soak, a virtual thread each, who ask until their time is over. */
public final class SoakCrowd {

    /** Every so many who read whole answers one watches races, and one is rude. */
    private static final int PER_RUDE = 4;

    private static final int PER_RACE = 8;
    private static final int MOST_PAUSE_MILLIS = 100;
    private static final List<String> PATHS = List.of("/sync-news", "/async-news", "/virtual-news", "/stream-news");

    private final URI service;
    private final int readers;
    private final DigestCheck check;
    private final SoakTally tally;

    /**
     * Those who are to come.
     *
     * @param service where they ask
     * @param readers how many read whole answers
     * @param check remembers what it has seen, so it is to be the same for all crowds of a run
     */
    public SoakCrowd(String service, int readers, DigestCheck check, SoakTally tally) {
        this.service = URI.create(service);
        this.readers = readers;
        this.check = check;
        this.tally = tally;
    }

    /** Returns when their time is over, all have gone home and their connections are closed. */
    public void stay(double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Thread> threads = users(client).stream()
                    .map(user -> Thread.ofVirtual().start(() -> askUntil(end, user)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private List<SoakUser> users(HttpClient client) {
        List<SoakUser> users = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            users.add(new NewsReader(PATHS.get(i % PATHS.size()), service, client, check, tally));
            if (i % PER_RACE == 0) {
                users.add(new RaceWatcher(service, client, tally));
            }
            if (i % PER_RUDE == 0) {
                Manner[] manners = Manner.values();
                users.add(new RudeCaller(manners[i / PER_RUDE % manners.length], service));
            }
        }
        return users;
    }

    private void askUntil(long end, SoakUser user) {
        try {
            while (System.nanoTime() < end) {
                user.ask();
                tally.count("asked: " + user.kind());
                Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_PAUSE_MILLIS));
            }
        } catch (InterruptedException | RuntimeException e) {
            tally.wrong(user.kind() + " could not go on: " + e);
        }
    }
}
