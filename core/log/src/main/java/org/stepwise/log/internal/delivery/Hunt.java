package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.stepwise.log.internal.store.Envelope;

/**
 * The search for an event that can not be taken in: one of the next so many is it. They are tried up to the one that is
 * known to have failed, else by halves and written one by one; what comes before it is taken in on the way.
 */
final class Hunt {
    private int suspects;
    private boolean lastIsCulprit;
    private boolean failedAlone;

    /** How many to try next, when there is no suspicion at most as many as given. */
    int next(int most) {
        if (suspects == 0) {
            return most;
        }
        return Math.max(1, lastIsCulprit ? suspects - 1 : suspects / 2);
    }

    boolean on() {
        return suspects > 0;
    }

    /** Whether one of several is it, and nobody knows which. */
    boolean blind() {
        return suspects > 0 && !lastIsCulprit;
    }

    /** So many were taken in, 0 when there are no more; returns whether it was by suspicion that they were so few. */
    boolean passed(int events) {
        boolean suspected = on();
        suspects = events == 0 ? 0 : Math.max(0, suspects - events);
        failedAlone = false;
        return suspected;
    }

    /**
     * Has a batch that failed suspected.
     *
     * @param failedAt the position at which it failed, if that is known
     * @return whether it is the culprit, which has failed alone, and failed so again
     */
    boolean failed(List<Envelope> batch, OptionalLong failedAt) {
        boolean convicted = failedAlone;
        failedAlone = batch.size() == 1;
        int culprit = IntStream.range(0, batch.size())
                .filter(i -> failedAt.isPresent() && batch.get(i).position() == failedAt.getAsLong())
                .findFirst()
                .orElse(-1);
        lastIsCulprit = culprit >= 0;
        suspects = lastIsCulprit ? culprit + 1 : batch.size();
        return convicted;
    }

    /** The culprit is put aside. */
    void over() {
        suspects = 0;
        failedAlone = false;
    }
}
