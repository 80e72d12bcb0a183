package org.stepwise.modules.internal.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/** What the running thread is inside of: a verb inside a verb is not stopped half-way by a gate that is closing. */
@Component(service = Inside.class)
public final class Inside {
    private final ThreadLocal<Deque<Passed>> passed = ThreadLocal.withInitial(ArrayDeque::new);

    boolean isIn(Key key, boolean writing) {
        return passed.get().stream().anyMatch(outer -> outer.key.equals(key) && (outer.writing || !writing));
    }

    boolean isOutermost() {
        return passed.get().size() == 1;
    }

    <T> T call(Key key, boolean writing, Supplier<T> work) {
        var stack = passed.get();
        stack.push(new Passed(key, writing));
        try {
            return work.get();
        } finally {
            stack.pop();
            if (stack.isEmpty()) {
                passed.remove();
            }
        }
    }

    /** Records as a verb of the module would, before its gate opens. */
    public void run(Key key, Runnable work) {
        call(key, true, () -> {
            work.run();
            return null;
        });
    }

    private record Passed(Key key, boolean writing) {}
}
