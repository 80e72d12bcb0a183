package org.stepwise.testkit.jpa;

import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;

/**
 * The transaction manager of this JVM. One for all platforms: EclipseLink makes the link to it from a class name, so
 * that no instance can be handed over; and it keeps nothing between transactions that platforms could share.
 */
public final class JvmTransactions {
    private static final GeronimoTransactionManager MANAGER = create();

    private JvmTransactions() {}

    public static GeronimoTransactionManager manager() {
        return MANAGER;
    }

    private static GeronimoTransactionManager create() {
        try {
            return new GeronimoTransactionManager(600);
        } catch (XAException failure) {
            throw new IllegalStateException("the transaction manager does not start", failure);
        }
    }
}
