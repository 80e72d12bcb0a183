package org.stepwise.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwise.error.Rejected;

/**
 * After each failure in a row of an account from one source the next attempt has to wait twice as long, at most a
 * minute: guessing gets slow, and nobody is ever locked out, least of all by somebody else's guesses.
 */
final class LoginDelay {
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    // More than this many at a time push out the oldest; each of them has cost a password hash.
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> oldest) {
            return size() > REMEMBERED;
        }
    };

    LoginDelay(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt as failed until {@link #succeeded} says otherwise, so that many at once do not pass. */
    synchronized void begin(String account, String source) {
        var now = clock.instant();
        var before = attempts.get(key(account, source));
        if (before != null && before.last.plus(FORGOTTEN_AFTER).isBefore(now)) {
            before = null;
        }
        if (before != null && now.isBefore(before.next())) {
            throw new Rejected(
                    "erp.login.too-soon",
                    "%d attempts to log in failed; try again in %d seconds"
                            .formatted(before.failures, before.secondsLeft(now)));
        }
        attempts.put(key(account, source), new Attempts(before == null ? 1 : before.failures + 1, now));
    }

    synchronized void succeeded(String account, String source) {
        attempts.remove(key(account, source));
    }

    private static String key(String account, String source) {
        return account + "\n" + source;
    }

    private record Attempts(int failures, Instant last) {
        long secondsLeft(Instant now) {
            return (Duration.between(now, next()).toMillis() + 999) / 1000;
        }

        Instant next() {
            var seconds = 1L << Math.min(failures - 1, 10);
            return last.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
        }
    }
}
