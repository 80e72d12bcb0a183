package org.stepwise.web.internal.answer;

/**
 * What is known of a request that had its effect.
 *
 * @param needs the permissions that it took
 * @param result the id of what the verb made; null when it made none
 * @param answer null when the server stopped between the effect and its answer, or the answer was erased
 */
record Stored(String fingerprint, Needs needs, Long result, Answer answer) {

    /** An answer as it was sent; {@code location}, {@code tag} and {@code mediaType} may be null. */
    record Answer(int status, String location, String tag, String mediaType, byte[] body) {}
}
