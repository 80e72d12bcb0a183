package org.stepwise.web.internal.answer;

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

    /** What has become of the try so far. */
    static final class Progress {
        private boolean claimed;
        private boolean lost;

        boolean claimed() {
            return claimed;
        }

        boolean lost() {
            return lost;
        }

        void claim() {
            claimed = true;
        }

        /** Another try with the same key was first; this one is rolled back. */
        void lose() {
            lost = true;
        }
    }
}
