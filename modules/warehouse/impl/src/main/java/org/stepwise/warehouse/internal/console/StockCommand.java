package org.stepwise.warehouse.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.warehouse.internal.register.StockRegister;
import org.stepwise.web.ListQuery;

/** What there is. */
@Service
@Command(scope = "warehouse", name = "stock", description = "Lists what there is of each product, and its value")
public final class StockCommand extends WarehouseCommand {
    private static final List<String> COLUMNS =
            List.of("code", "name", "onHand", "reserved", "held", "available", "value");

    @Reference
    StockRegister stock;

    @Option(name = "--limit", description = "The most rows to list, up to 500")
    int limit = 500;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    @Override
    void run() {
        var rows = stock.list(new ListQuery(limit, null, List.of("code"), List.of()))
                .items();
        if (json) {
            printJson(rows);
            return;
        }
        var table = new ShellTable();
        COLUMNS.forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(COLUMNS.stream()
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
