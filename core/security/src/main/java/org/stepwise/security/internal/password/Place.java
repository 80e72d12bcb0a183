package org.stepwise.security.internal.password;

import org.stepwise.data.Id;

/**
 * On whose account a password is hashed: those who are known have places of their own, and among either kind everyone
 * has a turn.
 *
 * @param of a source, a device or a user
 */
public record Place(String of, boolean known) {

    /** Somebody at an address. */
    public static Place stranger(String source) {
        return new Place(source, false);
    }

    /** A device that the user has logged in from before. */
    public static Place device(String hash) {
        return new Place("device " + hash, true);
    }

    /** Somebody who is logged in. */
    public static Place user(Id user) {
        return new Place("user " + user, true);
    }
}
