package org.stepwise.web.internal.screen;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Content hashes. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
