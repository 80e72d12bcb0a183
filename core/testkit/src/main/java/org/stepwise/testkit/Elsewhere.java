package org.stepwise.testkit;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.stepwise.module.Verbs;

/** What modules record that are not here themselves: the log is told that the test is inside a verb of theirs. */
final class Elsewhere {
    private final ThreadLocal<String> module = new ThreadLocal<>();

    void run(String recording, Runnable work) {
        module.set(recording);
        try {
            work.run();
        } finally {
            module.remove();
        }
    }

    Object around(Object verbs) {
        return new Pretending((Verbs) verbs);
    }

    private final class Pretending implements Verbs {
        private final Verbs real;

        Pretending(Verbs real) {
            this.real = real;
        }

        @Override
        public boolean writes(String asked) {
            return asked.equals(module.get()) || real.writes(asked);
        }

        @Override
        public <T> T write(String asked, String permission, Supplier<T> verb) {
            return real.write(asked, permission, verb);
        }

        @Override
        public <T> T read(String asked, String permission, Supplier<T> query) {
            return real.read(asked, permission, query);
        }

        @Override
        public LocalDate today() {
            return real.today();
        }

        @Override
        public boolean owns(String asked) {
            return real.owns(asked);
        }

        @Override
        public boolean answers(String asked) {
            return real.answers(asked);
        }
    }
}
