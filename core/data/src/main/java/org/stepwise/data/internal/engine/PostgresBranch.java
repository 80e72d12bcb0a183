package org.stepwise.data.internal.engine;

import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * PostgreSQL answers the commit of a transaction in which a statement failed with a rollback, and the driver takes that
 * for success. Whoever swallowed the failure would believe that the changes are there.
 */
final class PostgresBranch extends Branch {
    private final BaseConnection connection;

    PostgresBranch(XAConnection connection) throws SQLException {
        super(connection.getXAResource());
        this.connection = connection.getConnection().unwrap(BaseConnection.class);
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        if (onePhase && connection.getTransactionState() == TransactionState.FAILED) {
            rollback(xid);
            throw new XAException(XAException.XA_RBROLLBACK);
        }
        super.commit(xid, onePhase);
    }
}
