package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwise.error.TooSoon;

/**
 * Some failures in a row of a name from one source are free, because people mistype; after that the next attempt has to
 * wait, twice as long each time, at most a minute: guessing gets slow, and nobody is ever locked out, least of all by
 * somebody else's guesses.
 */
final class LoginDelay {
    static final int FREE = 8;
    static final Duration LONGEST = Duration.ofMinutes(1);
    /** Many at once would tell, by who is refused, whether somebody has the name. */
    static final int AT_ONCE = 4;

    private static final int NAME_LONGEST = 60;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    // More than this many at a time push out the oldest. To come this far takes longer than the delay it would undo.
    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> oldest) {
            return size() > REMEMBERED;
        }
    };

    LoginDelay(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts as failed until it {@link Attempt#succeeded}, so that many at once do not pass.
     *
     * @param from the source, or a device that is known
     */
    synchronized Attempt begin(String name, String from) {
        var now = clock.instant();
        var key = name.substring(0, Math.min(name.length(), NAME_LONGEST)) + "\n" + from;
        var before = failures.get(key);
        if (before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now)) {
            before = new Failures(0, now, 0);
        }
        if (now.isBefore(before.next())) {
            throw tooSoon("%d attempts to log in failed".formatted(before.count), before.secondsLeft(now));
        }
        if (before.open >= AT_ONCE) {
            throw tooSoon("%d attempts to log in are under way".formatted(before.open), 1);
        }
        failures.put(key, new Failures(before.count + 1, now, before.open + 1));
        return new Attempt(key);
    }

    private static TooSoon tooSoon(String why, int seconds) {
        return new TooSoon(
                "erp.login.too-soon",
                "%s; try again in %d second%s".formatted(why, seconds, seconds == 1 ? "" : "s"),
                seconds);
    }

    /** One attempt, while it is under way. */
    final class Attempt implements AutoCloseable {
        private final String key;
        private boolean right;
        private boolean checked = true;

        private Attempt(String key) {
            this.key = key;
        }

        void succeeded() {
            right = true;
        }

        /** The password was not looked at. */
        void refused() {
            checked = false;
        }

        @Override
        public void close() {
            synchronized (LoginDelay.this) {
                failures.computeIfPresent(key, (same, known) -> known.closed(right, checked ? 0 : 1));
            }
        }
    }

    /** {@code open}: how many of them are under way. */
    private record Failures(int count, Instant last, int open) {
        Failures closed(boolean right, int unchecked) {
            var still = Math.max(0, open - 1);
            if (!right) {
                return new Failures(Math.max(0, count - unchecked), last, still);
            }
            return still == 0 ? null : new Failures(still, last, still);
        }

        int secondsLeft(Instant now) {
            return (int) ((Duration.between(now, next()).toMillis() + 999) / 1000);
        }

        Instant next() {
            var seconds = count < FREE ? 0 : 1L << Math.min(count - FREE, 10);
            return last.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
        }
    }
}
