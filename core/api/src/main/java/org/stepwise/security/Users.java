package org.stepwise.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/**
 * The people who may log in, and the roles they have in each company. Everything here needs {@code erp.user.manage}.
 */
@ProviderType
public interface Users {
    /** The role with every permission; it cannot be changed. */
    String ADMINISTRATOR = "administrator";

    List<User> all();

    Optional<User> find(String name);

    /**
     * Adds a user without roles; the name is made of small letters, digits, dots and hyphens. The password is one-time:
     * it opens one session, in which the user chooses another.
     */
    Id add(String name, String displayName, String password, String language);

    /** Sets a user's password, again a one-time one; the sessions are closed and the devices forgotten. */
    void setPassword(String name, String password);

    /** A user who is not active cannot log in, and no token or session of the user opens anything. */
    void setActive(String name, boolean active);

    /** Gives a role in the current company. */
    void grant(String name, String role);

    /** Takes a role away in the current company; the last active administrator keeps it. */
    void withdraw(String name, String role);

    /** Roles by name, with their permissions. */
    Map<String, Set<String>> roles();

    /** Makes a role, or replaces its permissions; unknown permissions are refused. */
    void setRole(String role, Collection<String> permissions);

    /** Every permission of the modules that are running, with what it allows. */
    Map<String, String> permissions();

    /** A user; {@code roles} are those of the current company. */
    record User(Id id, String name, String displayName, String language, boolean active, Set<String> roles) {}
}
