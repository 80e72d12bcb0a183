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
     * Opens a session. Refuses with {@code erp.login.failed}, and with {@code erp.login.too-soon} while the delay
     * lasts that grows with every failure in a row of this account from this source; the delay has a limit.
     *
     * @param source where the request comes from, such as its address
     */
    Session login(String user, String password, String source);

    /** The open session of a token, which lasts longer by being used; empty when it has expired or was closed. */
    Optional<Session> session(String token);

    /** Closes a session; nothing happens when there is none. */
    void logout(String token);

    /** Changes the current caller's own password and closes the caller's other sessions; {@code keep} stays open. */
    void changePassword(String current, String next, String keep);

    /** The caller a program's token stands for; empty when it is unknown, revoked or its user is not active. */
    Optional<Caller> program(String token);

    /** Makes a token for a user; the secret is told once, here. */
    NewToken createToken(String user, String name);

    List<Token> tokens();

    /** From now on the token opens nothing. */
    void revokeToken(Id token);

    /**
     * An open session.
     *
     * @param token the secret of the cookie
     * @param csrf what every unsafe request repeats in its {@code X-CSRF-Token} header
     */
    record Session(String token, String csrf, String displayName, Caller caller) {}

    /** A token just made; {@code secret} is not kept. */
    record NewToken(Id id, String secret) {}

    /** A token; {@code lastUsed} is to the minute, null when it was never used. */
    record Token(Id id, String name, String user, Instant created, Instant lastUsed, boolean revoked) {}
}
