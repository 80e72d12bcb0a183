package org.stepwise.modules.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;

/** Rows as a table for people or as JSON for programs. */
final class Listing {
    private final List<String> columns;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Listing(String... columns) {
        this.columns = List.of(columns);
    }

    void row(Object... values) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
        }
        rows.add(row);
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(json());
            return;
        }
        var table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(new ArrayList<>(row.values())));
        table.print(out);
    }

    private String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
