package org.stepwise.testkit.container;

/** Why a component does not start; the rest of the platform works without it. */
final class Unsatisfied extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsatisfied(String reason) {
        super(reason);
    }

    Unsatisfied(String reason, Throwable cause) {
        super(reason, cause);
    }
}
