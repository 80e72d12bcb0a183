package org.stepwise.security.internal.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.security.ConsoleCaller;

/** A command that runs for a company, the first one unless told otherwise. A refusal fails the command. */
public abstract class CompanyCommand implements Action {
    @Reference
    ConsoleCaller console;

    @Reference
    protected Session session;

    @Option(name = "--company", description = "The company's name or id")
    String company;

    @Override
    public final Object execute() {
        console.run(company, () -> {
            run();
            return null;
        });
        return null;
    }

    protected abstract void run();

    protected final void say(String text) {
        session.getConsole().println(text);
    }
}
