package dev.newsfan.loadlab;

import java.io.IOException;

/** Ends this process when the lab is gone, however it went: its end of our standard input is then closed. */
final class Parent {

    private Parent() {}

    /** @param before what is to be done then */
    static void endWithIt(Runnable before) {
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
