package org.stepwise.twin.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing history smaller by leaving out ever shorter stretches of it, as long as it fails. */
final class Shrinking {
    private static final int ATTEMPTS = Integer.getInteger("stepwise.random.shrinks", 150);

    private final Twins twins;
    private List<Act> smallest;
    private AssertionError why;
    private int attempts;

    Shrinking(Twins twins, List<Act> failing, AssertionError why) {
        this.twins = twins;
        this.smallest = failing;
        this.why = why;
    }

    AssertionError run() {
        for (int length = smallest.size() / 2; length > 0; length /= 2) {
            int from = 0;
            while (from < smallest.size() && attempts < ATTEMPTS) {
                if (!failsWithout(from, Math.min(from + length, smallest.size()))) {
                    from += length;
                }
            }
        }
        return why;
    }

    private boolean failsWithout(int from, int to) {
        var candidate = new ArrayList<>(smallest);
        candidate.subList(from, to).clear();
        attempts++;
        var failure = failure(twins, candidate);
        failure.ifPresent(still -> {
            smallest = candidate;
            why = still;
        });
        return failure.isPresent();
    }

    static Optional<AssertionError> failure(Twins twins, List<Act> history) {
        try {
            twins.compare(history);
            return Optional.empty();
        } catch (AssertionError failure) {
            return Optional.of(failure);
        }
    }
}
