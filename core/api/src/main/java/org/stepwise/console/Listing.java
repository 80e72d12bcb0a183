package org.stepwise.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;

/** Rows as a table for people or as JSON for programs. */
public final class Listing {
    private final List<String> columns;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    public Listing(String... columns) {
        this.columns = List.of(columns);
    }

    /** @param values one for each column; null prints nothing */
    public void row(Object... values) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
        }
        rows.add(row);
    }

    /** For an answer in JSON that has more than these. */
    public List<Map<String, Object>> rows() {
        return List.copyOf(rows);
    }

    public void print(PrintStream out, boolean json) {
        if (json) {
            out.println(ConsoleJson.text(rows));
        } else {
            print(out);
        }
    }

    public void print(PrintStream out) {
        var table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream()
                        .map(value -> value == null ? "" : value)
                        .toArray()));
        table.print(out);
    }
}
