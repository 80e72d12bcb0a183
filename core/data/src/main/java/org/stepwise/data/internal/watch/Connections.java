package org.stepwise.data.internal.watch;

/** The connections that a database is worked with. */
public interface Connections {

    /** Makes all anew for whoever begins from now on. */
    void renew();

    /** Lets go all, at the end of the transactions that work with them; nobody gets one until they are renewed. */
    void drop();

    /** Lets go those of before that nobody works with any more. */
    void tidy();
}
