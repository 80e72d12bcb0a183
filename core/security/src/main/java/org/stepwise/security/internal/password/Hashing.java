package org.stepwise.security.internal.password;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes passwords, each of which takes a processor for a good part of a second. Strangers have half the processors,
 * and so have those who are known: neither kind waits for the other, however many there are.
 */
@Component(service = Hashing.class)
public final class Hashing {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int BITS = 512;
    private static final int REMEMBERED = 16;

    private final Turns strangers;
    private final Turns known;
    private final AtomicLong made = new AtomicLong();
    /** What the last ones took, in nanoseconds. */
    private final long[] took = new long[REMEMBERED];

    @Activate
    public Hashing() {
        var half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.strangers = new Turns(half, LONGEST_WAIT);
        this.known = new Turns(half, LONGEST_WAIT);
    }

    /** Refuses with {@code erp.login.busy} when too many wait for it. */
    byte[] hash(Place place, String algorithm, PBEKeySpec password) {
        return turns(place).take(place.of(), () -> {
            var started = System.nanoTime();
            var hash = compute(algorithm, password);
            remember(System.nanoTime() - started);
            return hash;
        });
    }

    /** True, after as long as a hash would take now, at no cost; false at once when it is not known how long. */
    boolean pretended(Place place) {
        if (made() == 0) {
            return false;
        }
        turns(place).pretend(place.of(), () -> {
            LockSupport.parkNanos(oneOfTheLast());
            return null;
        });
        return true;
    }

    /** How many hashes were made since the start. */
    public long made() {
        return made.get();
    }

    static PBEKeySpec spec(String password, byte[] salt, int rounds) {
        return new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    }

    private Turns turns(Place place) {
        return place.known() ? known : strangers;
    }

    private static byte[] compute(String algorithm, PBEKeySpec password) {
        try {
            return SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(password)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(algorithm, missing);
        }
    }

    private synchronized void remember(long nanoseconds) {
        took[(int) (made.getAndIncrement() % REMEMBERED)] = nanoseconds;
    }

    /** Not their mean: what always takes the same tells itself apart. */
    private synchronized long oneOfTheLast() {
        return took[ThreadLocalRandom.current().nextInt((int) Math.min(made(), REMEMBERED))];
    }
}
