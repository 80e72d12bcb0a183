package org.stepwise.modules.internal.life;

/** How far the enabling of a module is. */
record Progress(String phase, long total, long secondsLeft) {
    static Progress of(String phase) {
        return new Progress(phase, 0, 0);
    }

    static Progress of(CatchUp.Count count) {
        return new Progress("reading what happened so far", count.total(), count.secondsLeft());
    }
}
