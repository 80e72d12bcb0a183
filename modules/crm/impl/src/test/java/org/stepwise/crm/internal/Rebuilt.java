package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables of sales, purged and rebuilt from the log: they are what they were. */
final class Rebuilt {
    private Rebuilt() {}

    static void isTheSame(Trade trade, Path folder) throws IOException {
        trade.settled();
        var live = tables(trade, folder.resolve("live"));
        assertThat(live.get("sales_order.csv")).contains("SO-");
        trade.disableAndPurge("crm");
        trade.enable("crm");
        trade.settled();
        assertThat(tables(trade, folder.resolve("rebuilt"))).isEqualTo(live);
    }

    /** Every table without the counters that only tell how often a row was written, its rows in order. */
    private static Map<String, String> tables(Trade trade, Path folder) throws IOException {
        var tables = new TreeMap<String, String>();
        try (var files = Files.list(trade.export(folder))) {
            for (var file : files.toList()) {
                var rows = Files.readAllLines(file);
                var counter = List.of(rows.get(0).split(",")).indexOf("version");
                var body =
                        rows.stream().map(row -> without(counter, row)).sorted().toList();
                tables.put(file.getFileName().toString(), String.join("\n", body));
            }
        }
        return tables;
    }

    /** No text of these stories has a comma. */
    private static String without(int column, String row) {
        if (column < 0) {
            return row;
        }
        var cells = new ArrayList<>(List.of(row.split(",", -1)));
        cells.remove(column);
        return String.join(",", cells);
    }
}
