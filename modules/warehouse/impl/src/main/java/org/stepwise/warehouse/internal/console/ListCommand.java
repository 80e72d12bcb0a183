package org.stepwise.warehouse.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.table.ShellTable;

/** Lists rows of a register: as a table for people or as JSON for programs. */
abstract class ListCommand extends WarehouseCommand {
    @Option(name = "--limit", description = "The most rows to list, up to 500")
    int limit = 500;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    final void print(List<String> columns, List<Map<String, Object>> rows) {
        if (json) {
            printJson(rows);
            return;
        }
        var table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(columns.stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toArray()));
        table.print(out());
    }

    private void printJson(List<Map<String, Object>> rows) {
        try {
            out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the answer cannot be written as JSON", failure);
        }
    }
}
