package org.stepwise.warehouse.internal.console;

import java.io.PrintStream;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.stepwise.security.ConsoleCaller;

/** What commands of the warehouse share: they run as the console for one company, and print to its session. */
abstract class WarehouseCommand implements Action {
    @Reference
    ConsoleCaller console;

    @Reference
    Session session;

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

    abstract void run();

    final PrintStream out() {
        return session.getConsole();
    }

    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
