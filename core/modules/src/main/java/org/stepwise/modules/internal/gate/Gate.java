package org.stepwise.modules.internal.gate;

import java.util.concurrent.TimeUnit;
import org.stepwise.error.Conflict;

/** What verbs and queries of one module in one company pass; counts who is inside. */
public final class Gate {
    private final String module;
    private Opening opening = Opening.CLOSED;
    private boolean owned;
    private long secondsLeft;
    private int inside;

    Gate(String module) {
        this.module = module;
    }

    /** Nothing passes. {@code owner} is whether the module is meant to be on, so that hand doors stay closed. */
    public synchronized void close(boolean owner) {
        opening = Opening.CLOSED;
        owned = owner;
    }

    /** Nothing passes yet: the tables are not ready. */
    public synchronized void prepare() {
        opening = Opening.PREPARING;
        owned = true;
    }

    /** Queries pass. */
    public synchronized void catchUp(long seconds) {
        opening = Opening.CATCHING_UP;
        owned = true;
        secondsLeft = seconds;
    }

    public synchronized void open() {
        opening = Opening.OPEN;
        owned = true;
    }

    public synchronized boolean isOpen() {
        return opening == Opening.OPEN;
    }

    public synchronized boolean isClosed() {
        return opening == Opening.CLOSED;
    }

    public synchronized boolean isOwned() {
        return owned;
    }

    synchronized boolean isAnswering() {
        return opening == Opening.CATCHING_UP || opening == Opening.OPEN;
    }

    synchronized void enter(boolean writing) {
        if (opening == Opening.CLOSED) {
            throw new Conflict(
                    "erp.module.not-on",
                    "the module " + module + " is not on in this company; an administrator can enable it");
        }
        if (opening == Opening.PREPARING || writing && opening == Opening.CATCHING_UP) {
            throw new Conflict(
                    "erp.module.catching-up",
                    "the module %s is reading what happened so far; about %d seconds are left, try again then"
                            .formatted(module, secondsLeft));
        }
        inside++;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more and waits for those inside; when they do not leave in time, opens again and refuses. */
    public synchronized void drain(long milliseconds) throws InterruptedException {
        var before = opening;
        opening = Opening.CLOSED;
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (inside > 0) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                opening = before;
                throw new Conflict(
                        "erp.module.busy",
                        "%d requests are still at work in %s and nothing was switched off; try again in a minute"
                                .formatted(inside, module));
            }
            wait(left);
        }
    }

    private enum Opening {
        CLOSED,
        PREPARING,
        CATCHING_UP,
        OPEN
    }
}
