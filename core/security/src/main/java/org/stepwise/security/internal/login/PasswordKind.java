package org.stepwise.security.internal.login;

/** Whose choice a password was, and what it opens. */
public enum PasswordKind {
    /** The user's own: opens sessions. */
    OWN,
    /** Set by somebody else: opens one session, in which nothing can be done but to choose another. */
    ONE_TIME,
    /** A one-time password that has opened its session. */
    USED
}
