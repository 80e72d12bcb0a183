package org.stepwise.security.internal.login;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;

/**
 * Keeps passwords as {@code algorithm$rounds$salt$hash}, so that rounds can grow without anybody losing a password.
 * The number of rounds is the one OWASP asked for in 2023 for PBKDF2 with SHA-256, and twice what it asked for here.
 */
public final class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int WAIT_SECONDS = 10;
    // Whoever has no account takes as long to be refused as whoever has one.
    private static final String NOBODY = ALGORITHM + "$" + ROUNDS + "$AAAAAAAAAAAAAAAAAAAAAA==$AA==";

    private final SecureRandom random = new SecureRandom();
    // A flood of attempts must not take every processor: the rest wait, and in the end are refused.
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Refuses a password that is too short, too long or the user's name. */
    public String keep(String user, String password) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Rejected(
                    "erp.password.length",
                    "a password has %d to %d characters; choose a longer one".formatted(SHORTEST, LONGEST));
        }
        if (password.equalsIgnoreCase(user)) {
            throw new Rejected("erp.password.is-name", "the password is the user's name; choose another one");
        }
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var text = Base64.getEncoder();
        var hash = hash(ALGORITHM, password, salt, ROUNDS);
        return ALGORITHM + "$" + ROUNDS + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash);
    }

    /** Takes as long for an account that does not exist ({@code kept} null) as for one that does. */
    public boolean matches(String password, String kept) {
        var parts = (kept == null ? NOBODY : kept).split("\\$");
        var bytes = Base64.getDecoder();
        var given = password == null || password.length() > LONGEST ? "" : password;
        var hash = hash(parts[0], given, bytes.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(hash, bytes.decode(parts[3]));
    }

    private byte[] hash(String algorithm, String password, byte[] salt, int rounds) {
        try {
            if (!atOnce.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Conflict("erp.login.busy", "too many logins at once; try again in a few seconds");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(algorithm, missing);
        } finally {
            atOnce.release();
        }
    }
}
