package org.stepwise.masterdata.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.security.ConsoleCaller;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Register;

/** Prints the rows of a register by code, as a table for people or as JSON for programs. */
abstract class ListCommand implements Action {
    @Reference
    ConsoleCaller console;

    @Reference
    Session session;

    @Option(name = "--company", description = "The company's name or id")
    String company;

    @Option(name = "--name", description = "A part of the name")
    String name;

    @Option(name = "--limit", description = "The most rows to list, up to 500")
    int limit = 100;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    abstract Register register();

    abstract List<String> columns();

    @Override
    public final Object execute() {
        console.run(company, () -> {
            print();
            return null;
        });
        return null;
    }

    private void print() {
        var filters = name == null ? List.<Filter>of() : List.of(new Filter("name", Operator.CONTAINS, name));
        var rows = register()
                .list(new ListQuery(limit, null, List.of("code"), filters))
                .items();
        if (json) {
            try {
                session.getConsole()
                        .println(new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(rows));
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException("the answer cannot be written as JSON", failure);
            }
            return;
        }
        var table = new ShellTable();
        columns().forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(columns().stream()
                        .map(column -> row.get(column) == null ? "" : row.get(column))
                        .toArray()));
        table.print(session.getConsole());
    }
}
