package org.stepwise.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Logs people and programs in: sessions for people, revocable tokens for programs. Neither is stored in clear. */
@ProviderType
public interface Logins {

    /**
     * Opens a session. Refuses with {@code erp.login.failed}; with {@code erp.login.too-soon} while the delay lasts
     * that grows with failures in a row of this name from this source, or from a device that is known; with
     * {@code erp.login.busy} when too many log in at once; and with {@code erp.password.used} when a one-time password
     * has opened its session already.
     */
    Entry login(Attempt attempt);

    /** The open session of a token, which lasts longer by being used; empty when it has expired or was closed. */
    Optional<Session> session(String token);

    /** Closes a session; nothing happens when there is none. */
    void logout(String token);

    /**
     * Changes the current caller's own password, closes the caller's other sessions and forgets the caller's other
     * devices. Refuses with {@code erp.password.wrong}, {@code erp.password.unchanged}, and whatever a password may not
     * be.
     */
    void changePassword(PasswordChange change);

    /** The caller a program's token stands for; empty when it is unknown, revoked or its user is not active. */
    Optional<Caller> program(String token);

    /** Makes a token for a user; the secret is told once, here. */
    NewToken createToken(String user, String name);

    List<Token> tokens();

    /** From now on the token opens nothing. */
    void revokeToken(Id token);

    /**
     * What somebody comes with who wants in.
     *
     * @param source where the request comes from, such as its address
     * @param device the secret that an earlier login left on the device; null when there is none
     */
    record Attempt(String user, String password, String source, String device) {}

    /** Who was let in; {@code device} is the secret that the device shows the next time. */
    record Entry(Session session, String device) {}

    /** A new password; {@code session} and {@code device} stay, and are null when there are none. */
    record PasswordChange(String current, String next, String session, String device) {}

    /**
     * An open session.
     *
     * @param token the secret of the cookie
     * @param csrf what every unsafe request repeats in its {@code X-CSRF-Token} header
     * @param mustChangePassword opened by a one-time password: nothing but choosing another is open to it
     */
    record Session(String token, String csrf, String displayName, Caller caller, boolean mustChangePassword) {}

    /** A token just made; {@code secret} is not kept. */
    record NewToken(Id id, String secret) {}

    /** A token; {@code lastUsed} is to the minute, null when it was never used. */
    record Token(Id id, String name, String user, Instant created, Instant lastUsed, boolean revoked) {}
}
