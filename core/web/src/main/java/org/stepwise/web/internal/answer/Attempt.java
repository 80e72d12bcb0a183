package org.stepwise.web.internal.answer;

import java.util.Set;
import org.stepwise.data.Id;

/**
 * One try of a request that has an idempotency key; lives on the thread that serves it.
 *
 * @param number tells this try's row from that of another try with the same key
 * @param fingerprint of method, path and body
 */
record Attempt(Key key, long number, String fingerprint, String path, Progress progress) {

    /** What a client names its intent by. */
    record Key(Id company, Id caller, String text) {}

    /** What the try has needed permissions for until now. */
    Needs needs() {
        return progress.needs();
    }

    /** What has become of the try so far. */
    static final class Progress {
        private final NotedPermissions permissions;
        private Set<String> effect;
        private boolean claimed;
        private boolean lost;

        Progress(NotedPermissions permissions) {
            this.permissions = permissions;
        }

        NotedPermissions permissions() {
            return permissions;
        }

        /** Without a verb everything that was asked for may have been for the effect. */
        Needs needs() {
            var all = permissions.needed();
            return Needs.of(effect == null ? all : effect, all);
        }

        boolean claimed() {
            return claimed;
        }

        boolean lost() {
            return lost;
        }

        void claim() {
            claimed = true;
        }

        /** The verb has come to its end: what is asked for from now on is for the answer. */
        void done() {
            effect = permissions.needed();
        }

        /** Another try with the same key was first; this one is rolled back. */
        void lose() {
            lost = true;
        }
    }
}
