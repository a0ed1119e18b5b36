package dev.newsfan.loadlab;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The lab, as a process that it has started sees it. */
public final class ParentProcess {

    /** What a server of the lab says when others may come; its ports follow, with commas. */
    public static final String READY = "ready on ";

    private ParentProcess() {}

    /** Tells the lab that others may come. */
    public static void tellReady(List<Integer> ports) {
        System.out.println(READY + ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /**
     * Ends this process when the lab is gone, however it went: its end of our standard input is then closed.
     *
     * @param before what is to be done then, on a thread of its own
     */
    public static void endWithIt(Runnable before) {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nobody writes anything.
                }
            } catch (IOException e) {
                // Gone as well.
            }
            before.run();
            Runtime.getRuntime().halt(0);
        });
    }
}
