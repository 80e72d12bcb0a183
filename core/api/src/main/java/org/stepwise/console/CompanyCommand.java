package org.stepwise.console;

import java.io.PrintStream;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.error.Refusal;
import org.stepwise.security.ConsoleCaller;

/**
 * A command that runs as the console for a company, the first one unless told otherwise, and prints to its session. A
 * refusal fails the command, and says first what is wrong with each field.
 */
public abstract class CompanyCommand implements Action {
    @Reference
    private ConsoleCaller console;

    @Reference
    private Session session;

    @Option(name = "--company", description = "The company's name or id")
    private String company;

    @Override
    public final Object execute() {
        try {
            console.run(company, () -> {
                run();
                return null;
            });
            return null;
        } catch (Refusal refused) {
            refused.fields().forEach((field, reason) -> say(field + ": " + reason));
            throw refused;
        }
    }

    protected abstract void run();

    protected final PrintStream out() {
        return session.getConsole();
    }

    protected final void say(String text) {
        out().println(text);
    }

    protected final void printJson(Object value) {
        say(ConsoleJson.text(value));
    }

    /** @param text as {@code 2026-03-02}; null when none was given */
    protected static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
