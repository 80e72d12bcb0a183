package org.stepwise.log.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.security.Callers;
import org.stepwise.security.ConsoleCaller;

/** A command that works on the log of a company, the first one unless told otherwise. */
public abstract class LogCommand implements Action {
    @Reference
    Deliveries deliveries;

    @Reference
    Callers callers;

    @Reference
    ConsoleCaller console;

    @Reference
    Session session;

    @Option(name = "--company", description = "The company's name or id")
    String company;

    @Override
    public final Object execute() {
        console.run(company, () -> {
            run(callers.current().company());
            return null;
        });
        return null;
    }

    protected abstract void run(Id of);

    final void say(String text) {
        session.getConsole().println(text);
    }

    final void table(List<Object[]> rows, String... columns) {
        ShellTable table = new ShellTable();
        Arrays.stream(columns).forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row));
        table.print(session.getConsole());
    }

    final void json(Object records) {
        try {
            say(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(records));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the answer can not be written as JSON", failure);
        }
    }
}
