package dev.newsfan.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The bodies of all answers to one call, which may be several: its redirects, its parts. What is made after the call is over counts
 * as forgotten. Safe for all threads.
 */
final class CallBodies {

    private final LongFunction<IncomingBody> making;
    /** Guarded by this, as is what follows. */
    private final List<IncomingBody> bodies = new ArrayList<>();

    private boolean over;

    /** @param making makes one of so many bytes at most */
    CallBodies(LongFunction<IncomingBody> making) {
        this.making = making;
    }

    /** Another one, of so many bytes at most. */
    synchronized IncomingBody make(long maxSize) {
        IncomingBody body = making.apply(maxSize);
        if (over) {
            body.forget();
        } else {
            bodies.add(body);
        }
        return body;
    }

    /** Nobody needs this one. */
    synchronized void forget(IncomingBody body) {
        bodies.remove(body);
        body.forget();
    }

    /** Nobody needs any of them. */
    synchronized void forgetAll() {
        over = true;
        bodies.forEach(IncomingBody::forget);
        bodies.clear();
    }
}
