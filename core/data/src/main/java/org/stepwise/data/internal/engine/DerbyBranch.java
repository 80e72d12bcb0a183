package org.stepwise.data.internal.engine;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * Derby answers the end of a branch that can only be rolled back with an exception, although it has ended it. The
 * transaction manager would warn of it, with a stack trace, at each refusal of a verb. A commit of such a branch is
 * refused by Derby all the same.
 */
final class DerbyBranch extends Branch {
    DerbyBranch(XAResource resource) {
        super(resource);
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        try {
            super.end(xid, flags);
        } catch (XAException failure) {
            if (failure.errorCode < XAException.XA_RBBASE || failure.errorCode > XAException.XA_RBEND) {
                throw failure;
            }
        }
    }
}
