package org.stepwise.testkit.jpa;

import javax.transaction.TransactionManager;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink which transaction manager runs its transactions; made by EclipseLink. */
public final class JtaController extends JTATransactionController {
    @Override
    protected TransactionManager acquireTransactionManager() {
        return JvmTransactions.manager();
    }
}
