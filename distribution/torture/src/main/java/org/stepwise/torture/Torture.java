package org.stepwise.torture;

/** One way to break the server, and the checks that nothing is broken. */
public interface Torture {
    String name();

    /** What is done, in one line. */
    String title();

    /** How many times when nobody says. */
    int usualTimes();

    /** Breaks and checks; what is wrong goes to {@link Run#violated}. */
    void torment(Run run);
}
