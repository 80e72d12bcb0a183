package org.stepwise.bench.trade;

import java.util.function.Supplier;

/** Looks on while a step is done. */
@FunctionalInterface
public interface Watch {
    Watch NOBODY = (step, work) -> work.run();

    void step(Step step, Runnable work);

    /** For a step that has a result. */
    default <T> T of(Step step, Supplier<T> work) {
        var result = new Object() {
            private T value;
        };
        step(step, () -> result.value = work.get());
        return result.value;
    }
}
