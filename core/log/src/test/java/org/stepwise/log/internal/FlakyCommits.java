package org.stepwise.log.internal;

import java.util.Random;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.InvalidTransactionException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;

/** Loses one in four transactions of delivery when it commits, as a kill would. */
final class FlakyCommits implements TransactionManager {
    private final TransactionManager real;
    private final Random losses = new Random(7);

    FlakyCommits(TransactionManager real) {
        this.real = real;
    }

    @Override
    public void commit()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        boolean delivery = Thread.currentThread().getName().startsWith("stepwise-delivery");
        if (delivery && losses.nextInt(4) == 0) {
            real.rollback();
            throw new RollbackException("the power went off");
        }
        real.commit();
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        real.begin();
    }

    @Override
    public void rollback() throws SystemException {
        real.rollback();
    }

    @Override
    public int getStatus() throws SystemException {
        return real.getStatus();
    }

    @Override
    public Transaction getTransaction() throws SystemException {
        return real.getTransaction();
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        real.setRollbackOnly();
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
        real.setTransactionTimeout(seconds);
    }

    @Override
    public Transaction suspend() throws SystemException {
        return real.suspend();
    }

    @Override
    public void resume(Transaction transaction) throws InvalidTransactionException, SystemException {
        real.resume(transaction);
    }
}
