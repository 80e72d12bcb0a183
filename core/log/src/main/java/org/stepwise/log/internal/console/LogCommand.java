package org.stepwise.log.internal.console;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.console.CompanyCommand;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.security.Callers;

/** A command that works on the log of a company. */
public abstract class LogCommand extends CompanyCommand {
    @Reference
    Deliveries deliveries;

    @Reference
    Callers callers;

    @Override
    protected final void run() {
        run(callers.current().company());
    }

    protected abstract void run(Id of);
}
